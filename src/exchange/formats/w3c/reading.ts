import type { Codebook } from '../../../model/codebook';
import { codebookLists } from '../../../model/codebook';
import type { Json, JsonObject } from '../../../model/json';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedAnnotation, ImportedArticle, ImportedRange } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { pathOfIri } from '../../reading/iris';
import { fieldOf, isObject, jsonOf } from '../../reading/json';
import { pageNotes, tagged, type Remark } from '../../reading/tagged';
import { textOf } from '../../reading/text';
import { utcTime } from '../../reading/times';
import { Items } from '../../spans/reading';
import { webIri } from './iris';
import { addresses, creatorOf, saidBy } from './others';
import { ownAnnotation, ownArticle, ownExport, type OwnArticle, type OwnExport } from './own';
import { iriOf, selectedOf, valuesOf } from './selecting';
import type { Positions } from './vocabulary';

/** All annotations of all files. */
export async function readAnnotations(
  source: ImportSource,
  positions: Positions,
  { losses, progress }: Pick<ReadContext, 'losses' | 'progress'>,
): Promise<Imported> {
  const gathered = new Gathered(positions, losses);
  for (const path of source.paths) {
    progress(path);
    const root = jsonOf(textOf(await source.bytes(path), path), path);
    gathered.takeFile(root, path);
  }
  return gathered.imported();
}

interface Growing {
  readonly positions: Positions;
  readonly annotations: ImportedAnnotation[];
  readonly remarks: Remark[];
  readonly ids: Set<string>;
  own?: OwnArticle;
}

class Gathered {
  readonly #articles = new Map<string, Growing>();
  readonly #items = new Items();
  readonly #codebooks: Codebook[] = [];

  constructor(
    private readonly positions: Positions,
    private readonly losses: Losses,
  ) {}

  takeFile(root: Json, path: string): void {
    const own = ownExport(root, path);
    this.#codebooks.push(...(own?.codebooks ?? []));
    const items = annotationsOf(root, this.losses);
    if (!items) throw new InputError('There are no Web Annotations in it', { path });
    for (const [n, item] of items.entries()) this.#take(item, own, { path, at: `items[${n}]` });
    const bare = isObject(root) ? valuesOf(root, 'policyArticles') : [];
    for (const [n, about] of bare.entries()) this.#keep(about, own, { path, at: `policyArticles[${n}]` });
  }

  #take(item: Json, own: OwnExport | undefined, place: InputPlace): void {
    if (!isObject(item)) throw new InputError('An annotation must be an object', place);
    const targets = valuesOf(item, 'target').flatMap((target) => selectedOf(target));
    if (targets.length === 0) throw new InputError('The annotation has no target', place);
    const [creator, created, modified] = [creatorOf(item), timeOf(item, 'created'), timeOf(item, 'modified')];
    const made = Object.entries({ creator, created, modified }).filter(([, value]) => value !== undefined);
    if (own) {
      this.#keep(fieldOf(item, 'policyArticle'), own, place);
      const ranges = targets.flatMap(({ range }) => (range ? [range] : []));
      if (ranges.length === 0 && isObject(fieldOf(item, 'policy'))) {
        return this.losses.leaveOut('annotations with neither a position nor a quotation');
      }
      const found = ownAnnotation(item, { ...Object.fromEntries(made), target: ranges }, place);
      if (found) return this.#add(this.#article(found.article, own.positions), found.annotation);
    }
    this.losses.add('selectors that aren’t of texts', sum(targets.map(({ unknown }) => unknown)));
    for (const [source, ranges] of bySource(targets)) {
      if (source === undefined) throw new InputError('The target has no source', place);
      const article = this.#article(source, own?.positions ?? this.positions);
      this.#takeOther(item, ranges, article, Object.fromEntries(made));
    }
  }

  #takeOther(
    item: JsonObject,
    target: readonly ImportedRange[],
    article: Growing,
    made: Pick<ImportedAnnotation, 'creator' | 'created' | 'modified'>,
  ): void {
    const { tags, notes, summary, iris } = saidBy(item, this.losses);
    const note = notes.filter((text) => text.trim() !== '').join('\n\n');
    if (target.length === 0) {
      const text = [summary, note, ...iris].filter((part) => part !== undefined && part !== '').join(' ');
      article.remarks.push({ creator: made.creator, text, tags });
      return;
    }
    const { attributes, ...fields } = tagged(tags, target, this.#items);
    this.#add(article, {
      id: iriOf(item) ?? `#${article.annotations.length + 1}`,
      ...{ ...fields, target },
      ...(summary === undefined ? {} : { summary }),
      ...addresses(iris, attributes),
      ...(note === '' ? {} : { note }),
      ...made,
    });
  }

  /** An id must be once in its article: a second of the same is another annotation. */
  #add({ annotations, ids }: Growing, annotation: ImportedAnnotation): void {
    let id = annotation.id;
    for (let n = 2; ids.has(id); n++) id = `${annotation.id}-${n}`;
    ids.add(id);
    const { isOurs, ...others } = annotation;
    annotations.push(id === annotation.id ? annotation : { ...others, id });
  }

  #keep(about: Json | undefined, own: OwnExport | undefined, place: InputPlace): void {
    const found = ownArticle(about, place);
    if (found) this.#article(found.path, own?.positions ?? this.positions).own = found;
  }

  #article(key: string, positions: Positions): Growing {
    const known = this.#articles.get(key);
    const article = known ?? { positions, annotations: [], remarks: [], ids: new Set() };
    if (!known) this.#articles.set(key, article);
    return article;
  }

  imported(): Imported {
    const articles = [...this.#articles].map(([key, article]) => importedArticle(key, article));
    return { codebook: merged([...this.#codebooks, this.#items.codebook()]), articles };
  }
}

function importedArticle(key: string, { own, positions, annotations, remarks }: Growing): ImportedArticle {
  const unit = positions === 'code-points' ? ({ unit: 'code points' } as const) : {};
  if (own) {
    const { path, coding } = own;
    const { file, length, sha256, excluded, ...info } = own.info;
    return {
      ...{ key, path, sha256, ...unit, info, annotations },
      ...(excluded ? { excluded } : {}),
      ...(coding.length > 0 ? { coding } : {}),
    };
  }
  const url = webIri(key) === undefined ? {} : { url: key };
  return { key, path: pathOfIri(key), ...unit, info: { ...url, ...pageNotes(remarks) }, annotations };
}

/** The annotations of a list, an annotation, a page, a collection, or a graph of them; undefined where it is none of these. */
function annotationsOf(root: Json, losses: Losses): readonly Json[] | undefined {
  if (Array.isArray(root)) return root as readonly Json[];
  if (!isObject(root)) return undefined;
  const graph = fieldOf(root, '@graph') ?? fieldOf(root, 'items');
  if (Array.isArray(graph)) {
    missingPages(root, losses);
    return graph as readonly Json[];
  }
  const types = [...valuesOf(root, 'type'), ...valuesOf(root, '@type')];
  if (types.includes('Annotation') || fieldOf(root, 'target') !== undefined) return [root];
  const first = fieldOf(root, 'first');
  if (!isObject(first)) return types.includes('AnnotationCollection') && fieldOf(root, 'total') === 0 ? [] : undefined;
  return pagesFrom(first, losses);
}

/** The annotations of a page and of those after it that stand in the file. */
function pagesFrom(first: JsonObject, losses: Losses): readonly Json[] {
  const found: (readonly Json[])[] = [];
  for (let page: Json | undefined = first; isObject(page); page = fieldOf(page, 'next')) {
    found.push(valuesOf(page, 'items'));
    missingPages(page, losses);
  }
  return found.flat();
}

function missingPages(page: JsonObject, losses: Losses): void {
  if (typeof fieldOf(page, 'next') === 'string')
    losses.leaveOut('further pages of annotations, which aren’t in the file');
}

function timeOf(item: JsonObject, name: string): string | undefined {
  const [value] = valuesOf(item, name);
  return typeof value === 'string' ? utcTime(value) : undefined;
}

/** The ranges of targets, by what they are of, in their order. */
function bySource(targets: ReturnType<typeof selectedOf>): ReadonlyMap<string | undefined, ImportedRange[]> {
  const found = new Map<string | undefined, ImportedRange[]>();
  for (const { source, range } of targets) {
    const ranges = found.get(source) ?? [];
    if (range) ranges.push(range);
    found.set(source, ranges);
  }
  for (const ranges of found.values()) ranges.sort((a, b) => a.start - b.start);
  return found;
}

/** One codebook of several: of items with one id, the first. */
function merged(codebooks: readonly Codebook[]): Codebook {
  const [first, ...others] = codebooks;
  const lists = codebookLists.map(
    (list) =>
      [list, codebooks.flatMap((codebook): readonly { readonly id: string }[] => codebook[list] ?? [])] as const,
  );
  const filled = lists.filter(([list]) => codebooks.some((codebook) => codebook[list]));
  const all = others.length === 0 ? {} : Object.fromEntries(filled.map(([list, items]) => [list, firstOfEach(items)]));
  return { format: 'policy-codebook', version: 1, ...first, ...all };
}

function firstOfEach(items: readonly { readonly id: string }[] = []): readonly { readonly id: string }[] {
  const byId = new Map<string, { readonly id: string }>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
