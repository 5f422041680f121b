import type { PlacedAnnotation } from '../model/annotation';
import type { Codebook } from '../model/codebook';
import type { ExportArticle } from './format';
import type { Losses } from './losses';

/** A field in words, in the plural. */
const annotationWords: Readonly<Record<string, string>> = {
  actor: 'actors of mentions',
  form: 'forms of mentions',
  topic: 'topics of annotations',
  stance: 'stances',
  attribution: 'attributions',
  summary: 'summaries',
  source: 'codebook sources of annotations',
  kind: 'kinds of sources',
  reference: 'references',
  url: 'web addresses of annotations',
  date: 'dates of annotations',
  links: 'links',
  attributes: 'attributes of annotations',
  note: 'notes of annotations',
  supersedes: 'decisions about other annotations (“supersedes”)',
  orphaned: 'orphans that were kept',
  creator: 'creators of annotations',
  created: 'times of making',
  modified: 'times of change',
};

/** The fields of an annotation that a format may hold or lose. */
export const annotationFields: ReadonlySet<string> = new Set(Object.keys(annotationWords));

/** What every format holds in its way, or what isn't a field of a file. */
const always: ReadonlySet<string> = new Set(['id', 'type', 'target', 'text', 'standing']);

/** Counts the fields of an annotation that a format has no place for.
 * @param held the fields that it holds */
export function loseFields(annotation: PlacedAnnotation, held: ReadonlySet<string>, losses: Losses): void {
  for (const name of Object.keys(annotation)) {
    if (held.has(name) || always.has(name)) continue;
    if (annotation[name as keyof PlacedAnnotation] === undefined) continue;
    losses.add(Object.hasOwn(annotationWords, name) ? (annotationWords[name] ?? name) : 'fields that aren’t ours');
  }
}

/** What of an article a format holds. */
export interface HeldOfArticle {
  /** Fields of `article` in a sidecar. */
  readonly info: ReadonlySet<string>;
  readonly coding?: boolean;
}

const infoWords: Readonly<Record<string, string>> = {
  encoding: 'encodings of articles (the text is written as UTF-8)',
  title: 'titles',
  author: 'authors',
  publisher: 'publishers',
  section: 'sections',
  date: 'dates of articles',
  url: 'web addresses of articles',
  language: 'languages of articles',
  attributes: 'attributes of articles',
  excluded: 'excluded ranges',
};

/** Counts what of an article, its annotations apart, a format has no place for. */
export function loseOfArticle({ info, coding }: ExportArticle, held: HeldOfArticle, losses: Losses): void {
  for (const [name, value] of Object.entries(info)) {
    if (value === undefined || ['file', 'sha256', 'length'].includes(name) || held.info.has(name)) continue;
    const isList = Array.isArray(value);
    const what = Object.hasOwn(infoWords, name) ? infoWords[name] : undefined;
    losses.add(what ?? 'fields of articles that aren’t ours', isList ? value.length : 1);
  }
  if (held.coding !== true) losses.add('coding statuses', coding.length);
}

const itemWords: Readonly<Record<string, string>> = {
  actors: 'actors',
  topics: 'topics',
  sources: 'sources',
  stances: 'stances',
  roles: 'roles',
  sourceKinds: 'kinds of sources',
  attributes: 'definitions of attributes',
};

/** Counts what of the codebooks a format has no place for.
 * @param held the fields of items that it holds, by list */
export function loseOfCodebooks(
  codebooks: readonly Codebook[],
  held: Readonly<Record<string, ReadonlySet<string>>>,
  losses: Losses,
): void {
  for (const codebook of codebooks) {
    for (const [list, what] of Object.entries(itemWords)) {
      for (const item of (codebook[list] ?? []) as readonly object[]) {
        const fields = Object.entries(item).filter(([name, value]) => value !== undefined && name !== 'id');
        const lost = held[list] ? fields.filter(([name]) => !held[list]?.has(name)) : fields;
        if (!held[list]) losses.add(`codebook entries of ${what}`);
        else if (lost.length > 0) losses.add(`details of ${what} in the codebook`, lost.length);
      }
    }
  }
}

/** The words for annotations that a format leaves out since they stand at no place in the text for sure. */
export const UNPLACED = 'annotations whose place in the text isn’t sure';
