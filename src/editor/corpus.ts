import * as vscode from 'vscode';
import { CorpusIndex } from '../corpus/corpusIndex';
import type { CorpusArticle } from '../corpus/indexed';
import type { Referent } from '../model/references';
import type { Annotation } from '../model/annotation';
import { sidecarName, SIDECAR_SUFFIX, type ArticleInfo, type Sidecar } from '../model/article';
import { readSidecar } from '../sidecar/read';
import { fileStamp, readIfThere } from './files';
import { placesOf } from './places';
import { Pause } from './pause';
import type { Article } from './store/article';
import { articleOf, type Articles } from './store/articles';

/** What a sidecar says of the text that it describes, and how much it holds. */
export type DescribedText = Pick<ArticleInfo, 'sha256' | 'length' | 'encoding'> & { readonly annotations: number };

/** Between a change and the event, for more to come. */
const QUIET_MS = 200;

/** Keeps the index of all sidecars of the workspace: of open articles from their stores, of the others from their files. */
export class Corpus implements vscode.Disposable {
  private readonly index = new CorpusIndex();
  /** Open articles that changed since the index took them. */
  private readonly stale = new Set<Article>();
  /** What the sidecars of the other articles were when they were read; undefined of an article that was open since. */
  private readonly stamps = new Map<string, string | undefined>();
  /** By article (uri as text): of those that aren't open, as of the last {@link build}. */
  private readonly texts = new Map<string, DescribedText>();
  private readonly subscriptions: vscode.Disposable[];
  private building: Promise<void> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The index may say something else now; told once things have been quiet for a moment. */
  readonly onDidChange = this.changed.event;
  private readonly quiet = new Pause(() => this.changed.fire());

  constructor(private readonly articles: Articles) {
    this.subscriptions = [
      this.changed,
      this.quiet,
      articles.onDidChange(({ article }) => {
        this.stale.add(article);
        this.quiet.begin(QUIET_MS);
      }),
      articles.onDidClose((uri) => this.stamps.set(uri.toString(), undefined)),
    ];
  }

  /** The index with every open article as it is now; the others only after {@link build}. */
  current(): CorpusIndex {
    for (const article of this.stale) {
      const annotations = article
        .annotations()
        .map((annotation) => ({ ...annotation, target: placesOf(article, annotation) }));
      const excluded = article.excluded.flatMap((spot) => spot.place.ranges);
      this.index.setArticle(openArticle(article), annotations, excluded);
    }
    this.stale.clear();
    return this.index;
  }

  /** Reads the sidecars of the whole workspace that are new or were changed; shows that where it takes long. */
  build(): Promise<void> {
    this.building ??= this.readAll().finally(() => {
      this.building = undefined;
    });
    return this.building;
  }

  /** By article (uri as text), what the workspace's sidecars say of their texts, as they are on disk. */
  async described(): Promise<ReadonlyMap<string, DescribedText>> {
    await this.build();
    for (const { key, sidecarUri } of this.articles.all()) {
      const bytes = await readIfThere(sidecarUri).catch(() => undefined);
      const result = bytes && readSidecar(bytes);
      if (result?.ok) this.texts.set(key, describedText(result.value));
    }
    return this.texts;
  }

  /** How often annotations refer to a thing of the codebook, but for those with one of these ids. */
  async usesBut(kind: Referent, id: string, but: ReadonlySet<string>): Promise<number> {
    await this.build();
    const uses = this.current().usesOf(kind, id);
    let left = 0;
    for (const article of this.articles.all()) {
      for (const annotation of article.annotations())
        if (but.has(annotation.id)) left += refersTo(annotation, kind, id);
    }
    return uses - left;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async readAll(): Promise<void> {
    const sidecars = await vscode.workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, null);
    const found = new Map(sidecars.map((sidecar) => [articleOf(sidecar).toString(), sidecar]));
    const open = new Set([...this.articles.all()].map(({ key }) => key));
    for (const key of [...this.stamps.keys()]) {
      // What lies outside the workspace's folders isn't found, and is there all the same.
      if (found.has(key) || open.has(key) || (await hasSidecar(key))) continue;
      this.stamps.delete(key);
      this.texts.delete(key);
      this.index.removeArticle(key);
      this.quiet.begin(QUIET_MS);
    }
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading annotations…') };
    await vscode.window.withProgress(options, () =>
      // An article that is open speaks for itself.
      Promise.all([...found].map(([key, sidecar]) => (open.has(key) ? undefined : this.readClosed(key, sidecar)))),
    );
  }

  /** A sidecar that can't be read is told of when its article is opened. */
  private async readClosed(key: string, sidecar: vscode.Uri): Promise<void> {
    const stamp = await fileStamp(sidecar);
    if (this.stamps.has(key) && this.stamps.get(key) === stamp) return;
    const bytes = await readIfThere(sidecar).catch(() => undefined);
    const result = bytes && readSidecar(bytes);
    this.stamps.set(key, stamp);
    this.quiet.begin(QUIET_MS);
    if (result?.ok) {
      const { article, coding = [], annotations } = result.value;
      const { file: _, excluded = [], ...info } = article;
      this.index.setArticle({ ...place(articleOf(sidecar)), info, coding }, annotations, excluded);
      this.texts.set(key, describedText(result.value));
    } else {
      this.index.removeArticle(key);
      this.texts.delete(key);
    }
  }
}

function describedText({ article: { sha256, length, encoding }, annotations }: Sidecar): DescribedText {
  return { sha256, length, annotations: annotations.length, ...(encoding === undefined ? {} : { encoding }) };
}

async function hasSidecar(article: string): Promise<boolean> {
  const uri = vscode.Uri.parse(article, true);
  return (await fileStamp(uri.with({ path: sidecarName(uri.path) }))) !== undefined;
}

function place(uri: vscode.Uri): { uri: string; folder: number; path: string } {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return {
    uri: uri.toString(),
    folder: folder?.index ?? Number.MAX_SAFE_INTEGER,
    path: folder ? vscode.workspace.asRelativePath(uri, false) : uri.path,
  };
}

function openArticle(article: Article): CorpusArticle {
  return {
    ...place(article.uri),
    info: { ...article.metadata, length: article.text.length },
    coding: article.coding,
  };
}

function refersTo(
  { actor, topic, source, links = [] }: Omit<Annotation, 'target'>,
  kind: Referent,
  id: string,
): number {
  const own = { actor, topic, source }[kind] === id ? 1 : 0;
  const linked = links.flatMap((link) =>
    kind === 'actor' ? [link.actor, link.for] : kind === 'source' ? [link.source] : [],
  );
  return own + linked.filter((other) => other === id).length;
}
