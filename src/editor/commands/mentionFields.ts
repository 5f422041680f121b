import type { Form } from '../../model/annotation';
import type { Range } from '../../model/range';
import { guessForm } from '../../suggest/form';
import type { Article } from '../store/article';
import type { Fields } from '../store/step';
import { surfaceOf } from './target';

/** What an annotation says that is an actor's mention; its form is guessed from its text where it isn't given. */
export function mentionFields(
  article: Article,
  ranges: readonly Range[],
  actor: string,
  form: Form = guessForm(surfaceOf(article, ranges)),
): Pick<Fields, 'type' | 'actor' | 'form'> {
  return { type: 'actor', actor, form };
}
