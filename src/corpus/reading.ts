import type { Work } from '../anchoring/slices';
import { sha256OfBytes } from '../sidecar/hash';
import { parseSidecar } from '../sidecar/read';
import { ahead } from './ahead';
import { cacheBytes, CacheFile, type CacheEntry, type Content, type Reading } from './cacheFile';
import { packed } from './columns';
import type { CorpusIndex } from './corpusIndex';
import { indexedInfo } from './indexed';
import { compareArticles, type ArticlePlace } from './order';

/** An article with a sidecar. */
export interface FoundArticle extends ArticlePlace {
  /** As text. */
  readonly uri: string;
}

export interface FileState {
  /** What tells one state of a file from another, as a rule. */
  readonly stamp: string;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
}

export interface ReadFile extends FileState {
  readonly bytes: Uint8Array;
}

/** The files of sidecars, by the uris of their articles. */
export interface SidecarFiles {
  /** Undefined where there is none. */
  readonly state: (uri: string) => Promise<FileState | undefined>;
  /** A file with its state, as it is read or before; undefined where there is none. Rejects where it can't be read. */
  readonly read: (uri: string) => Promise<ReadFile | undefined>;
}

export interface ReadingWork {
  /** Lets others work. */
  readonly pause: () => Promise<void>;
  readonly isCancelled: () => boolean;
  /** Told now and then: how many of all are done. */
  readonly report: (done: number) => void;
}

/** Files that are looked at together: most of the time is spent waiting for the host. */
const AT_ONCE = 128;
/** How long the work goes on without a pause: a key stroke waits that long at most, but for a single huge file. */
const SLICE_MS = 10;
/** A stamp tells a file from its next state only where it is older than a file system's clock is coarse (2 s) and, as far as
 * that can be told here, wrong. */
const SETTLED_MS = 10_000;
/** The cache is written anew once so large a share of it is out of date. */
const STALE_SHARE = 1 / 20;
const MOST_CACHE_BYTES = 256 * 1024 * 1024;

/** What is on disk of an article's sidecar, and what was known of it. */
interface Seen {
  readonly article: FoundArticle;
  readonly known: Reading | undefined;
  /** Undefined where there is none, or none that can be read. */
  readonly file: { readonly bytes: Uint8Array; readonly reading: Reading } | 'as known' | undefined;
}

/** Keeps an index of sidecars as they are on disk. A file is read only where it isn't known to be what it was: in this
 * session or, by a stamp that is old enough, in the cache; and it is parsed only where its content is another one. */
export class SidecarReading {
  readonly #known = new Map<string, Reading>();
  #cache: CacheFile | undefined;
  /** How many readings the cache doesn't have, or has of files that are gone. */
  #unsaved = 0;
  #changes = 0;

  /**
   * @param isOpen whether an article, by its uri, speaks for itself: the index isn't told what its file holds
   * @param madeBy who makes the cache: another one's isn't used
   */
  constructor(
    private readonly index: CorpusIndex,
    private readonly files: SidecarFiles,
    private readonly isOpen: (uri: string) => boolean,
    private readonly madeBy: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes what is known from an earlier session, for the first {@link update}. What was broken is nothing. */
  async restore(bytes: Uint8Array): Promise<void> {
    this.#cache = await CacheFile.open(bytes, this.madeBy).catch(() => undefined);
  }

  /** Whether so much is known that the cache doesn't have that it should be written anew. */
  get isWorthSaving(): boolean {
    return this.#unsaved > STALE_SHARE * this.#known.size;
  }

  /** The cache's bytes. */
  *saved(): Work<Promise<Uint8Array>> {
    this.#unsaved = 0;
    return yield* cacheBytes(this.#entries(), this.madeBy, MOST_CACHE_BYTES);
  }

  /** How often the index was changed. */
  get changes(): number {
    return this.#changes;
  }

  /** How many sidecars were looked at and are there. */
  get count(): number {
    return this.#known.size;
  }

  /** The articles whose sidecars were looked at and are there, whether they can be read or not. */
  uris(): Iterable<string> {
    return this.#known.keys();
  }

  /** The index has something else of an article than what was read: its sidecar is looked at again, whatever its stamp. */
  doubt(uri: string): void {
    this.#known.delete(uri);
  }

  /**
   * Looks at the sidecars of these articles, best in the workspace's order; what has none is taken out of the index.
   * @returns whether all were looked at: false where the work was cancelled; what was read stays
   */
  async update(articles: readonly FoundArticle[], { pause, isCancelled, report }: ReadingWork): Promise<boolean> {
    let done = 0;
    let until = performance.now() + SLICE_MS;
    for await (const seen of ahead(articles, AT_ONCE, (article) => this.#look(article))) {
      // One that was opened meanwhile speaks for itself.
      if (!this.isOpen(seen.article.uri)) this.#take(seen);
      done += 1;
      if (performance.now() < until) continue;
      report(done);
      await pause();
      if (isCancelled()) return false;
      until = performance.now() + SLICE_MS;
    }
    return true;
  }

  /** Every file was looked at: what is left of the cache is of files that are gone. */
  endRestoring(): void {
    for (const uri of this.#cache?.uris() ?? []) if (!this.#known.has(uri)) this.#unsaved += 1;
    this.#cache = undefined;
  }

  /** Never rejects. */
  async #look(article: FoundArticle): Promise<Seen> {
    const { uri } = article;
    const known = this.#known.get(uri) ?? this.#cache?.reading(uri);
    if (known?.isSettled && known.stamp === (await this.#stamp(uri))) return { article, known, file: 'as known' };
    const at = this.now();
    const file = await this.files.read(uri).catch(() => undefined);
    if (!file) return { article, known, file: undefined };
    const { bytes, stamp, modified } = file;
    const sha256 = await sha256OfBytes(bytes);
    return { article, known, file: { bytes, reading: { stamp, isSettled: at - modified > SETTLED_MS, sha256 } } };
  }

  async #stamp(uri: string): Promise<string | undefined> {
    return this.files.state(uri).then(
      (state) => state?.stamp,
      () => undefined,
    );
  }

  #take({ article, known, file }: Seen): void {
    const { uri } = article;
    const current = this.#known.get(uri);
    const cached = this.#cache?.reading(uri);
    if (!file) {
      if (this.#known.delete(uri)) this.#unsaved += 1;
      this.#remove(uri);
    } else if (file === 'as known') {
      // What is in doubt since it was looked at is looked at again next time.
      if (current) this.#move(article);
      else if (cached && cached === known) this.#set(article, cached, this.#cache?.content(uri));
    } else {
      const { bytes, reading } = file;
      this.#unsaved += 1;
      if (reading.sha256 === current?.sha256) {
        this.#known.set(uri, reading);
        this.#move(article);
      } else if (reading.sha256 === cached?.sha256) this.#set(article, reading, this.#cache?.content(uri));
      else this.#set(article, reading, contentOf(bytes));
    }
  }

  #set(article: FoundArticle, reading: Reading, content: Content | undefined): void {
    this.#known.set(article.uri, reading);
    if (!content) return this.#remove(article.uri);
    const { info, coding, columns } = content;
    this.index.setColumns({ ...article, info, coding }, columns);
    this.#changes += 1;
  }

  #remove(uri: string): void {
    if (!this.index.removeArticle(uri)) return;
    this.#changes += 1;
  }

  /** Where the workspace's folders are others now, articles stand elsewhere in it. */
  #move(article: FoundArticle): void {
    const known = this.index.packed(article.uri);
    if (!known || compareArticles(known, article) === 0) return;
    this.index.setColumns({ ...article, info: known.info, coding: known.coding }, known.columns);
    this.#changes += 1;
  }

  *#entries(): Iterable<CacheEntry> {
    for (const [uri, reading] of this.#known) {
      if (!this.isOpen(uri)) yield [uri, reading, this.index.packed(uri)];
    }
  }
}

/** Undefined where it isn't a sidecar, or can't be read: that is told when its article is opened. */
function contentOf(bytes: Uint8Array): Content | undefined {
  const result = parseSidecar(bytes);
  if (!result.ok) return undefined;
  const { article, coding = [], annotations } = result.value;
  return { info: indexedInfo(article), coding, columns: packed(annotations, article.excluded ?? []) };
}
