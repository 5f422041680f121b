import type { Annotation, Target } from '../../model/annotation';
import { fileNameOf, type ArticleInfo, type Coding, type Sidecar } from '../../model/article';
import type { Codebook } from '../../model/codebook';
import { sha256 } from '../../sidecar/hash';
import { mergeSidecars } from '../../sidecar/mergeSidecars';
import { printSidecar } from '../../sidecar/print';
import { CodePoints } from '../codePoints';
import type { Imported, ImportedArticle, ImportedRange } from '../imported';
import type { Losses } from '../losses';
import { mapped, storedPlace, type MappedAnnotation } from './annotationMapping';
import { CodebookMapping } from './codebookMapping';
import type { HeldArticle, HeldCodebook, Library } from './library';
import { freePath, nameKey } from './newPath';
import { inOurLetters, isHeldAs } from './lostCharacters';
import { placed, type Place } from './placing';
import { expectHoldable, expectReadableCodebook, expectReadableSidecar } from './readable';
import type { ImportReport } from './report';

/** An article as an import leaves it. */
export interface PlannedArticle {
  /** Undefined where it is a new one. */
  readonly held: HeldArticle | undefined;
  /** Where a new one goes: relative, safe, and free. */
  readonly path: string;
  /** LF. */
  readonly text: string;
  /** What is annotated then. */
  readonly sidecar: Sidecar;
}

/** A codebook as an import leaves it. */
export interface PlannedCodebook {
  readonly held: HeldCodebook;
  readonly codebook: Codebook;
}

/** What an import is to write. */
export interface ImportPlan {
  /** Only those that are new or change. */
  readonly articles: readonly PlannedArticle[];
  /** Those that have all of it already. */
  readonly same: readonly HeldArticle[];
  readonly codebooks: readonly PlannedCodebook[];
  /** Where each imported article is then, by its key; those that aren't here are missing. */
  readonly paths: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

/** Plans how what was read comes into a library; writes nothing. Where ours and theirs differ, ours stays, and is counted.
 * @param format the id by which ids of annotations are derived
 * @param progress told each article's path before it; throws where the person cancelled */
export async function planImport(
  imported: Imported,
  format: string,
  library: Library,
  { losses, progress }: { readonly losses: Losses; readonly progress: (path: string) => void },
): Promise<ImportPlan> {
  const planning = new Planning(imported, format, library, losses);
  for (const article of imported.articles) {
    progress(article.path);
    await planning.add(article);
  }
  return planning.plan();
}

/** What the target of an annotation belongs to whose text nobody has. */
const UNKNOWN_TEXT = 'the text of an imported quotation';

class Planning {
  readonly #codebooks = new Map<string, { readonly held: HeldCodebook; readonly mapping: CodebookMapping }>();
  readonly #articles = new Map<string, PlannedArticle>();
  /** The first document of each, by the article's key. */
  readonly #documents = new Map<string, string>();
  readonly #newByHash = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  /** Paths of new articles, as {@link nameKey} gives them. */
  readonly #newNames = new Set<string>();
  readonly #missing: { path: string; annotations: number }[] = [];
  readonly #counts = {
    ...{ newArticles: 0, changedArticles: 0, sameArticles: 0, added: 0, changed: 0, same: 0, moved: 0, uncertain: 0 },
    ...{ united: 0, newItems: 0, kept: 0 },
  };

  constructor(
    private readonly imported: Imported,
    private readonly format: string,
    private readonly library: Library,
    private readonly losses: Losses,
  ) {
    // A codebook alone is an import too.
    this.#mapping(library.codebook);
  }

  async add(article: ImportedArticle): Promise<void> {
    expectHoldable(article.annotations.length, article.path);
    const hash = article.text === undefined ? article.sha256?.toLowerCase() : await sha256(article.text);
    const held = await this.#held(article, hash);
    const before =
      (held && this.#articles.get(held.key)) ?? (held ? unchanged(held) : await this.#begun(article, hash));
    if (!before) {
      this.#missing.push({ path: article.path, annotations: article.annotations.length });
      return;
    }
    const after = await this.#with(before, article);
    this.#paths.set(article.key, after.path);
    const key = held?.key ?? `new ${before.path}`;
    this.#articles.set(key, after);
    const first = this.#documents.get(key);
    if (first === undefined) this.#documents.set(key, article.path);
    else if (first !== article.path) this.#counts.united += 1;
  }

  plan(): ImportPlan {
    const all = [...this.#articles.values()];
    const same = all.flatMap(({ held, sidecar }) =>
      held && printSidecar(held.sidecar) === printSidecar(sidecar) ? [held] : [],
    );
    const articles = all.filter(({ held }) => !held || !same.includes(held));
    this.#counts.newArticles = all.filter(({ held }) => !held).length;
    this.#counts.sameArticles = same.length;
    this.#counts.changedArticles = articles.length - this.#counts.newArticles;
    // What only articles that aren't here refer to is nothing to write.
    const isNothing = all.length === 0 && this.#missing.length > 0;
    const met = isNothing ? [] : [...this.#codebooks.values()];
    const codebooks = met.flatMap(({ held, mapping }) => {
      const { codebook, added, kept } = mapping.merged();
      this.#counts.newItems += added;
      this.#counts.kept += kept;
      const isSame =
        JSON.stringify(codebook) === JSON.stringify(held.content ?? { format: 'policy-codebook', version: 1 });
      return isSame ? [] : [{ held, codebook }];
    });
    for (const { path, sidecar } of articles) expectReadableSidecar(sidecar, path);
    for (const { codebook } of codebooks) expectReadableCodebook(codebook);
    const { leftOut, all: losses } = this.losses;
    const report = { ...this.#counts, missing: this.#missing, leftOut, losses };
    return { articles, same, codebooks, paths: this.#paths, report };
  }

  async #held(article: ImportedArticle, hash: string | undefined): Promise<HeldArticle | undefined> {
    const { library } = this;
    const byHash = hash === undefined ? undefined : await library.byHash(hash, article.path);
    if (byHash || article.text !== undefined) return byHash;
    const url = article.info?.url;
    return (await library.byPath(article.path)) ?? (url === undefined ? undefined : await library.byUrl(url));
  }

  /** A new article, empty as yet; one that this import brought already where the text is the same. */
  async #begun(article: ImportedArticle, hash: string | undefined): Promise<PlannedArticle | undefined> {
    const { text } = article;
    if (text === undefined || hash === undefined) return undefined;
    const known = this.#newByHash.get(hash);
    const there = known === undefined ? undefined : this.#articles.get(`new ${known}`);
    if (there) return there;
    const path = await freePath(
      article.path,
      async (one) => this.#newNames.has(nameKey(one)) || this.library.isTaken(one),
    );
    this.#newNames.add(nameKey(path));
    this.#newByHash.set(hash, path);
    const info: ArticleInfo = { file: fileNameOf(path), sha256: hash, length: text.length };
    const sidecar: Sidecar = { format: 'policy-annotations', version: 1, article: info, annotations: [] };
    return { held: undefined, path, text, sidecar };
  }

  #mapping(held: HeldCodebook): CodebookMapping {
    const known = this.#codebooks.get(held.key);
    if (known) return known.mapping;
    const mapping = new CodebookMapping(held.content, this.imported.codebook);
    this.#codebooks.set(held.key, { held, mapping });
    return mapping;
  }

  async #with(before: PlannedArticle, article: ImportedArticle): Promise<PlannedArticle> {
    const mapping = this.#mapping(before.held?.codebook ?? this.library.codebook);
    const { text, sidecar } = before;
    const inUnits = unitsOf(article, text);
    const places = placed(
      text,
      article.annotations.map(({ target }) => inUnits(target)),
    );
    const unknown = await sha256(`${UNKNOWN_TEXT} ${this.format} ${article.key}`);
    const there = article.annotations.flatMap((one, n) =>
      this.#placed(storedPlace(one, places[n] ?? { how: 'nowhere' }, unknown), places[n]),
    );
    const theirs = await mapped(there, sidecar.annotations, mapping, `${this.format} ${article.key}`);
    const excluded = this.#excluded(
      text,
      (article.excluded ?? []).map((range) => inUnits([range])),
    );
    const { attributes } = article.info ?? {};
    const told = inOurLetters(
      { ...article.info, ...(attributes ? { attributes: mapping.attributes(attributes) } : {}) },
      sidecar.article,
    );
    const about: ArticleInfo = {
      file: sidecar.article.file,
      sha256: before.held?.sha256 ?? sidecar.article.sha256,
      length: text.length,
      ...told,
      ...(excluded.length > 0 ? { excluded } : {}),
    };
    const coding = (article.coding ?? []).map((one): Coding => {
      const ours = sidecar.coding?.find(({ creator }) => isHeldAs(creator, one.creator));
      return inOurLetters(one, ours);
    });
    const yours: Sidecar = {
      ...{ format: 'policy-annotations', version: 1, article: about },
      ...(coding.length > 0 ? { coding } : {}),
      annotations: theirs.map((one) => this.#atOurPlace(one)),
    };
    const mine = this.imported.updatesInfo ? { ...sidecar, article: updated(sidecar.article, told) } : sidecar;
    const { merged, conflicts } = mergeSidecars(undefined, mine, yours);
    this.#counts.kept += conflicts.filter(({ path }) => path.at(-1) !== 'created' && path.at(-1) !== 'modified').length;
    this.#count(theirs, merged);
    return { ...before, sidecar: merged };
  }

  #placed<T>(stored: T | undefined, place: Place | undefined): readonly T[] {
    if (place?.how === 'moved') this.#counts.moved += 1;
    if (place?.how === 'uncertain') this.#counts.uncertain += 1;
    if (stored === undefined) this.losses.leaveOut('annotations whose offsets lie outside of the text');
    return stored === undefined ? [] : [stored];
  }

  #excluded(text: string, ranges: readonly (readonly ImportedRange[])[]): readonly Target[] {
    return placed(text, ranges).flatMap((place) => {
      if (place.how === 'there' || place.how === 'moved') return place.target;
      this.losses.add('excluded ranges that aren’t in the text');
      return [];
    });
  }

  /** A person may have changed the place of what is here: it stays. */
  #atOurPlace({ annotation, ours }: MappedAnnotation): Annotation {
    if (!ours) return annotation;
    const { text: _, ...fields } = annotation;
    const place = (one: Annotation): string => JSON.stringify(one.target.map(({ start, end }) => [start, end]));
    if (place(annotation) !== place(ours)) this.#counts.kept += 1;
    return { ...fields, target: ours.target, ...(ours.text === undefined ? {} : { text: ours.text }) };
  }

  #count(theirs: readonly MappedAnnotation[], merged: Sidecar): void {
    const after = new Map(merged.annotations.map((annotation) => [annotation.id, annotation]));
    for (const { annotation, ours } of theirs) {
      if (!ours) this.#counts.added += 1;
      else if (JSON.stringify(after.get(annotation.id)) === JSON.stringify(ours)) this.#counts.same += 1;
      else this.#counts.changed += 1;
    }
  }
}

function unchanged(held: HeldArticle): PlannedArticle {
  return { held, path: held.path, text: held.text, sidecar: held.sidecar };
}

/** What was given in place of what is here. */
function updated(article: ArticleInfo, info: ImportedArticle['info']): ArticleInfo {
  const attributes = { ...article.attributes, ...info?.attributes };
  return { ...article, ...info, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) };
}

/** Ranges in UTF-16 code units, whichever unit the format counts in. */
function unitsOf(
  article: ImportedArticle,
  text: string,
): (ranges: readonly ImportedRange[]) => readonly ImportedRange[] {
  if (article.unit !== 'code points') return (ranges) => ranges;
  const points = new CodePoints(text);
  return (ranges) =>
    ranges.map((range) => ({ ...range, start: points.toUnits(range.start), end: points.toUnits(range.end) }));
}
