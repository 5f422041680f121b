import type { Attributes } from '../../model/annotation';
import { oneLine } from '../../model/oneLine';
import { shortened } from '../../model/shortened';
import type { ImportedAnnotation, ImportedRange } from '../imported';
import { labelMeaning } from '../spans/foreignLabels';
import type { Items } from '../spans/reading';

/** The attribute that holds the tags for which an annotation has no field. */
const TAGS = 'tags';
/** The article's attribute that holds what was said of it as a whole. */
const PAGE_NOTES = 'page-notes';

type Fields = Pick<ImportedAnnotation, 'type' | 'actor' | 'topic' | 'reference' | 'attributes'>;

/** What tags of a social annotation tool make of an annotation. A tag that is one of our types ("claim"), or a label of named entities
 * ("ORG"), gives its type; else it is a passage. The next tag names the actor of a mention (else its text does), the reference of a source, the
 * topic of anything else. Further ones are its attribute `tags`, a list. */
export function tagged(tags: readonly string[], target: readonly ImportedRange[], items: Items): Fields {
  const all = [...new Set(tags.map((tag) => oneLine(tag)).filter((tag) => tag !== ''))];
  const typing = all.find((tag) => !('topic' in labelMeaning(tag)));
  const meaning = typing === undefined ? undefined : labelMeaning(typing);
  const [first, ...further] = all.filter((tag) => tag !== typing);
  const attributes = further.length > 0 ? { attributes: { [TAGS]: further } satisfies Attributes } : {};
  const type = meaning?.type ?? 'passage';
  if (type === 'actor') {
    const said = target.map(({ exact }) => exact ?? '').join(' ');
    const name = first ?? shortened(oneLine(said), 200);
    const kind = meaning && 'kind' in meaning && typeof meaning.kind === 'string' ? meaning.kind : undefined;
    return { type, ...(name === '' ? {} : { actor: items.keep('actors', name, name, kind) }), ...attributes };
  }
  if (first === undefined) return { type };
  const named = type === 'source' ? { reference: first } : { topic: items.keep('topics', first, first) };
  return { type, ...named, ...attributes };
}

/** Something said without a place in the text. */
export interface Remark {
  readonly creator?: string | undefined;
  readonly text: string;
  readonly tags: readonly string[];
}

/** "lee: Not so. [tag; tag]" */
export function remarkInWords({ creator, text, tags }: Remark): string {
  const said = [text.trim(), tags.length > 0 ? `[${tags.join('; ')}]` : ''].filter((part) => part !== '').join(' ');
  return creator === undefined ? said : `${creator}: ${said}`;
}

/** What was said of an article as a whole, as its attributes: a text has no place for it. */
export function pageNotes(remarks: readonly Remark[]): { attributes?: Attributes } {
  return remarks.length > 0 ? { attributes: { [PAGE_NOTES]: remarks.map(remarkInWords) } } : {};
}
