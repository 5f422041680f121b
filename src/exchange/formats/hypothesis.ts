import type { Attributes } from '../../model/annotation';
import type { Json, JsonObject } from '../../model/json';
import { described } from '../catalogue';
import type { Format } from '../format';
import type { ImportedAnnotation, ImportedArticle, ImportedRange } from '../imported';
import { InputError } from '../inputError';
import type { Losses } from '../losses';
import { pathOfIri } from '../reading/iris';
import { fieldOf, isObject, jsonOf } from '../reading/json';
import { pageNotes, remarkInWords, tagged, type Remark } from '../reading/tagged';
import { textOf } from '../reading/text';
import { utcTime } from '../reading/times';
import { Items } from '../spans/reading';
import { selectedOf, valuesOf } from './w3c/selecting';

/** JSON of Hypothesis: what its API answers (`rows`, version 1, https://h.readthedocs.io/en/latest/api-reference/), what its client exports
 * (`annotations`), or a plain list of annotations. One article an address.
 *
 * - `start`, `end`: UTF-16 code units of the page's text, end exclusive. That text (of HTML or a PDF) is seldom the article's: places are found by
 *   the quotation, and what has a quotation alone is at 0. RangeSelectors say the same within a page, and aren't needed.
 * - An annotation is a passage with its first tag as the topic, its text as the note; see tagged.ts for what tags can say besides.
 *   A highlight is a passage without a topic. The attribute `group` holds a group other than the public one.
 * - Replies stand in the note of what they answer, at the first place of `references`, with who wrote them and when.
 * - A page note has no place in the text: it stands in the article's attribute `page-notes`.
 * - Who may read it, moderation and links to the service aren't content, and are passed over. */
export const hypothesis: Format = {
  ...described('hypothesis'),
  read: async (source, { losses, progress }) => {
    const items = new Items();
    const pages = new Pages(items, losses);
    for (const path of source.paths) {
      progress(path);
      const list = listOf(jsonOf(textOf(await source.bytes(path), path), path));
      if (!list) throw new InputError('There are no annotations of Hypothesis in it', { path });
      pages.take(list.map((item, n) => rowOf(item, { path, at: `annotation ${n + 1}` })));
    }
    return { codebook: items.codebook(), articles: pages.articles() };
  },
};

/** What we read of an annotation. */
interface Row {
  readonly id: string;
  readonly uri: string;
  readonly item: JsonObject;
  readonly remark: Remark;
  readonly created: string | undefined;
  readonly updated: string | undefined;
  /** Of replies: the annotation that the thread began with. */
  readonly root: string | undefined;
}

function listOf(root: Json): readonly Json[] | undefined {
  if (Array.isArray(root)) return root as readonly Json[];
  if (!isObject(root)) return undefined;
  const lists = ['rows', 'annotations'].map((name) => fieldOf(root, name));
  return lists.find((list) => Array.isArray(list)) as readonly Json[] | undefined;
}

function rowOf(item: Json, place: { path: string; at: string }): Row {
  if (!isObject(item)) throw new InputError('An annotation must be an object', place);
  const text = (name: string): string | undefined => {
    const value = fieldOf(item, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [id, uri] = [text('id'), text('uri')];
  if (id === undefined || id === '') throw new InputError('The annotation has no “id”', place);
  if (uri === undefined || uri === '') throw new InputError('The annotation has no “uri”', place);
  const creator = text('user')
    ?.replace(/^acct:/, '')
    .replace(/@hypothes\.is$/, '');
  const root = valuesOf(item, 'references')[0];
  const [created, updated] = ['created', 'updated'].map((name) => utcTime(text(name) ?? ''));
  return {
    ...{ id, uri, item, created, updated, root: typeof root === 'string' ? root : undefined },
    remark: {
      creator,
      text: text('text') ?? '',
      tags: valuesOf(item, 'tags').filter((tag) => typeof tag === 'string'),
    },
  };
}

interface Page {
  readonly annotations: Map<string, ImportedAnnotation>;
  readonly remarks: Remark[];
  title?: string;
}

class Pages {
  readonly #pages = new Map<string, Page>();

  constructor(
    private readonly items: Items,
    private readonly losses: Losses,
  ) {}

  take(rows: readonly Row[]): void {
    const replies = new Map<string, Row[]>();
    for (const row of rows) {
      if (row.root === undefined) continue;
      const thread = replies.get(row.root) ?? [];
      thread.push(row);
      replies.set(row.root, thread);
    }
    const roots = rows.filter(({ root }) => root === undefined);
    for (const row of roots) this.#takeRoot(row, replies.get(row.id) ?? []);
    const known = new Set(roots.map(({ id }) => id));
    const lost = [...replies].flatMap(([root, thread]) => (known.has(root) ? [] : thread));
    this.losses.leaveOut('replies to annotations that aren’t there', lost.length);
  }

  #takeRoot(row: Row, replies: readonly Row[]): void {
    const { id, uri, item, remark, created, updated } = row;
    const page: Page = this.#pages.get(uri) ?? { annotations: new Map(), remarks: [] };
    this.#pages.set(uri, page);
    page.title ??= titleOf(item) ?? '';
    const thread = [...replies].sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1)).map(replyInWords);
    const note = [remark.text.trim(), ...thread].filter((part) => part !== '').join('\n\n');
    const selected = valuesOf(item, 'target').flatMap((target) => selectedOf(target));
    const target = selected.flatMap(({ range }): ImportedRange[] => (range ? [range] : []));
    if (target.length === 0) {
      const isWhole = valuesOf(item, 'target').every((one) => !isObject(one) || valuesOf(one, 'selector').length === 0);
      if (!isWhole) this.losses.add('places without a quotation (kept as notes of the page)');
      page.remarks.push({ ...remark, text: note });
      return;
    }
    const { attributes, ...fields } = tagged(remark.tags, target, this.items);
    page.annotations.set(id, {
      ...{ id, ...fields, target: target.sort((a, b) => a.start - b.start) },
      ...withGroup(item, attributes),
      ...(note === '' ? {} : { note }),
      ...(remark.creator === undefined ? {} : { creator: remark.creator }),
      ...(created === undefined ? {} : { created }),
      ...(updated === undefined || updated === created ? {} : { modified: updated }),
    });
  }

  articles(): ImportedArticle[] {
    return [...this.#pages].map(([uri, { annotations, remarks, title }]) => {
      const info = {
        ...(title ? { title } : {}),
        ...(/^https?:/i.test(uri) ? { url: uri } : {}),
        ...pageNotes(remarks),
      };
      return { key: uri, path: pathOfIri(uri), info, annotations: [...annotations.values()] };
    });
  }
}

function withGroup(item: JsonObject, attributes: Attributes | undefined): { attributes?: Attributes } {
  const group = fieldOf(item, 'group');
  const all = { ...attributes, ...(typeof group === 'string' && group !== '__world__' ? { group } : {}) };
  return Object.keys(all).length > 0 ? { attributes: all } : {};
}

/** "moreno (2024-05-02T10:00:00Z): Really?" */
function replyInWords({ remark, created }: Row): string {
  const creator = [remark.creator ?? '?', created === undefined ? '' : `(${created})`].filter((part) => part !== '');
  return remarkInWords({ ...remark, creator: creator.join(' ') });
}

function titleOf(item: JsonObject): string | undefined {
  const document = fieldOf(item, 'document');
  const [title] = isObject(document) ? valuesOf(document, 'title') : [];
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}
