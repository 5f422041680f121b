import type { Actor } from '../model/codebook';
import { lookUp } from '../model/lookup';
import { guessMetadata } from '../suggest/metadata';
import type { Article } from './store/article';

/** Who may speak in an article's own voice. */
export interface Voice {
  readonly name: string;
  readonly kind: 'person' | 'organization';
  /** Undefined where the codebook doesn't have them. */
  readonly actor: Actor | undefined;
}

/** An article's author, then its publisher, as its metadata or else its text says. */
export function voicesOf(article: Article, actors: readonly Actor[]): readonly Voice[] {
  const { author, publisher } = { ...guessMetadata(article.text), ...article.metadata };
  const voice = (name: string | undefined, kind: Voice['kind']): readonly Voice[] => {
    if (name === undefined) return [];
    const found = lookUp(actors, name);
    return [{ name, kind, actor: found && ('found' in found ? found.found : found.ambiguous[0]) }];
  };
  return [...voice(author, 'person'), ...voice(publisher, 'organization')];
}
