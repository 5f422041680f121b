import * as vscode from 'vscode';
import { inSlices } from '../../anchoring/slices';
import { CorpusIndex } from '../../corpus/corpusIndex';
import { indexedInfo, type IndexedAnnotation } from '../../corpus/indexed';
import { compareArticles } from '../../corpus/order';
import { ShownIndex } from '../../corpus/shownIndex';
import { SidecarReading, type FoundArticle } from '../../corpus/reading';
import { SIDECAR_SUFFIX } from '../../model/article';
import { refersTo, type Referent } from '../../model/references';
import type { Files } from '../files';
import { Pause } from '../pause';
import { placesOf } from '../places';
import type { Work } from '../slowWork';
import { sidecarUri, type Article } from '../store/article';
import { articleOf, type Articles } from '../store/articles';
import { letOthersWork } from '../letOthersWork';
import { CacheFolder } from './cacheFolder';
import { described, type DescribedText } from './describing';
import { showReading } from './showReading';
import { watchSidecars } from './watching';
import { placing } from './workspacePlaces';

/** Between a change and what follows from it, for more to come. */
const QUIET_MS = 200;
/** After everything was read: other things come first. */
const SAVE_AFTER_MS = 5000;
/** How long the work goes on without a pause: a key stroke waits that long at most. */
const SLICE_MS = 10;
/** To look at so many files takes a while: it isn't done again for so long. */
const MANY = 1000;
const FRESH_MS = 2000;

export interface Keeping {
  readonly articles: Articles;
  readonly files: Pick<Files, 'look' | 'state'>;
  /** The extension's folder for this workspace, where the cache lies; undefined where there is none. */
  readonly storage: vscode.Uri | undefined;
  /** Our version: the cache of another isn't used. */
  readonly madeBy: string;
  /** The index may say something else now; called once things have been quiet for a moment. */
  readonly changed: () => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Keeps the index of all sidecars of the workspace: of open articles from their stores, of the others from their files. */
export class Keeper implements vscode.Disposable {
  private readonly index = new CorpusIndex();
  private readonly reading: SidecarReading;
  private readonly cache: CacheFolder | undefined;
  /** Made where some annotations are hidden. */
  private seen: ShownIndex | undefined;
  /** Open articles that changed since the index took them. */
  private readonly stale = new Set<Article>();
  /** Articles (uris as text) of whose sidecars something was heard. */
  private readonly touched = new Set<string>();
  private readonly quiet: Pause;
  private readonly refreshing = new Pause(() => void this.inTurn(() => this.lookAtTouched()));
  private readonly looking = new Pause(() => void this.build().catch(() => undefined)); // told to who asks for it
  private readonly saving = new Pause(() => void this.save());
  private readonly subscriptions: vscode.Disposable;
  private last: Promise<unknown> = Promise.resolve();
  /** A build that has not begun yet. */
  private waiting: Promise<void> | undefined;
  private isBegun = false;
  private isRestored = false;
  /** When all was last looked at. */
  private lookedAt = -Infinity;
  /** How often a person gave up waiting. */
  private cancels = 0;

  constructor(private readonly keeping: Keeping) {
    const { articles, files, storage, madeBy, changed, now } = keeping;
    const sidecars = {
      state: (uri: string) => files.state(sidecarAt(uri)),
      read: (uri: string) => files.look(sidecarAt(uri)),
    };
    this.reading = new SidecarReading(this.index, sidecars, (uri) => this.isOpen(uri), madeBy, now);
    this.cache = storage && new CacheFolder(storage);
    this.quiet = new Pause(changed);
    this.allStale();
    this.subscriptions = vscode.Disposable.from(
      ...[this.quiet, this.refreshing, this.looking, this.saving],
      articles.onDidChange(({ article, kind }) => {
        if (kind === 'shown') return;
        this.stale.add(article);
        this.quiet.begin(QUIET_MS);
      }),
      articles.onDidClose((uri) => {
        this.current(); // its last state, until its sidecar was read
        this.reading.doubt(uri.toString());
        this.touch(uri);
      }),
      watchSidecars({
        touched: (article) => this.touch(article),
        moved: () => this.lookAgain(),
        foldersChanged: () => {
          this.allStale();
          this.lookAgain();
        },
      }),
    );
  }

  /** The index with every open article as it is now, and the others as they were when they were last looked at. */
  current(): CorpusIndex {
    const place = placing();
    for (const article of this.stale) {
      const annotations = article
        .annotations()
        .map((annotation) => ({ ...annotation, target: placesOf(article, annotation) }));
      const info = indexedInfo({ ...article.metadata, length: article.text.length });
      const excluded = article.excluded.flatMap((spot) => spot.place.ranges);
      this.index.setArticle({ ...place(article.uri), info, coding: article.coding }, annotations, excluded);
    }
    this.stale.clear();
    return this.index;
  }

  /** The same, of the annotations that a person sees. */
  shown(): CorpusIndex {
    const index = this.current();
    const { visibility } = this.keeping.articles;
    this.seen ??= new ShownIndex(index, (creator) => visibility.shows(creator === undefined ? {} : { creator }));
    return this.seen.current();
  }

  /** Others are shown than before. */
  visibilityChanged(): void {
    this.seen = undefined;
  }

  /** Looks at all sidecars of the workspace, and reads what is new or was changed; resolves when the index is as they are, or
   * a person gave up waiting: then what was read stays, and the next build goes on. */
  build(): Promise<void> {
    const { cancels } = this;
    this.waiting ??= this.inTurn(async () => {
      this.waiting = undefined;
      // Who asked before a person gave up, and waited for that, doesn't begin anew.
      if (cancels === this.cancels && !this.isFresh) await this.lookAtAll();
    });
    return this.waiting;
  }

  /** By article (uri as text), what the sidecars say of their texts, as they are on disk. */
  described(): Promise<ReadonlyMap<string, DescribedText>> {
    return described(this.index, this.keeping.articles);
  }

  /** Whether annotations refer to a thing of the codebook, but for those with one of these ids. */
  isUsedBut(kind: Referent, id: string, but: ReadonlySet<string>): boolean {
    const index = this.current();
    const ids = new Set([id]);
    const refers = (annotation: IndexedAnnotation): boolean =>
      !but.has(annotation.id) && refersTo(annotation, kind, ids);
    return index.articlesReferringTo(kind, ids).some((uri) => index.annotationsOf(uri).some(refers));
  }

  /** Writes the cache where it is out of date. That this fails is no failure. */
  async save(): Promise<void> {
    const { cache, reading } = this;
    if (!cache || !reading.isWorthSaving) return;
    const bytes = await inSlices(reading.saved(), { slice: SLICE_MS, pause: letOthersWork });
    if (bytes) await cache.write(bytes).catch(() => undefined);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private get isFresh(): boolean {
    const isRecent = performance.now() - this.lookedAt < FRESH_MS;
    return isRecent && this.reading.count >= MANY && this.touched.size === 0;
  }

  private isOpen(uri: string): boolean {
    for (const { key } of this.keeping.articles.all()) if (key === uri) return true;
    return false;
  }

  private allStale(): void {
    for (const article of this.keeping.articles.all()) this.stale.add(article);
  }

  /** Before the first build there is nothing to keep up with. */
  private touch(article: vscode.Uri): void {
    if (!this.isBegun) return;
    this.touched.add(article.toString());
    this.refreshing.begin(QUIET_MS);
  }

  private lookAgain(): void {
    if (this.isBegun) this.looking.begin(QUIET_MS);
  }

  private async lookAtTouched(): Promise<void> {
    const place = placing();
    const articles = [...this.touched].map((uri) => place(vscode.Uri.parse(uri, true)));
    this.touched.clear();
    await this.update(
      articles,
      () => false,
      () => undefined,
    );
  }

  private async lookAtAll(): Promise<void> {
    this.isBegun = true;
    const sidecars = await vscode.workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, null);
    this.touched.clear();
    const place = placing();
    const found = new Map<string, FoundArticle>();
    for (const sidecar of sidecars) {
      const article = place(articleOf(sidecar));
      found.set(article.uri, article);
    }
    // What is gone isn't found, nor is what lies outside the workspace's folders and is there all the same.
    for (const { uri } of this.index.places()) this.addKnown(found, uri, place);
    for (const uri of this.reading.uris()) this.addKnown(found, uri, place);
    for (const { key } of this.keeping.articles.all()) found.delete(key); // an open one speaks for itself
    if (found.size === 0) return;
    if (this.cache && !this.isRestored) await this.reading.restore(await this.cache.read());
    this.isRestored = true;
    const articles = [...found.values()].sort(compareArticles);
    const isWhole = await showReading(articles.length, ({ token, report }) =>
      this.update(articles, () => token.isCancellationRequested, report),
    );
    if (!isWhole) {
      this.cancels += 1;
      return;
    }
    this.lookedAt = performance.now();
    this.reading.endRestoring();
    this.saving.begin(SAVE_AFTER_MS);
  }

  private addKnown(found: Map<string, FoundArticle>, uri: string, place: (article: vscode.Uri) => FoundArticle): void {
    if (!found.has(uri)) found.set(uri, place(vscode.Uri.parse(uri, true)));
  }

  /** @returns whether all was looked at */
  private async update(
    articles: readonly FoundArticle[],
    isCancelled: () => boolean,
    report: Work['report'],
  ): Promise<boolean> {
    const { changes } = this.reading;
    const isWhole = await this.reading.update(articles, {
      pause: letOthersWork,
      isCancelled,
      report: (done) => report(`${done} / ${articles.length}`),
    });
    if (this.reading.changes !== changes) this.quiet.begin(QUIET_MS);
    return isWhole;
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

function sidecarAt(article: string): vscode.Uri {
  return sidecarUri(vscode.Uri.parse(article, true));
}
