import * as vscode from 'vscode';
import type { CorpusIndex } from '../corpus/corpusIndex';
import { SIDECAR_SUFFIX } from '../model/article';
import type { Referent } from '../model/references';
import type { DescribedText } from './corpus/describing';
import type { Keeper } from './corpus/keeper';
import type { Files } from './files';
import { LazyPart } from './lazyPart';
import { Pause } from './pause';
import type { Articles } from './store/articles';

/** After the extension was activated: other things come first. */
const BEGIN_AFTER_MS = 3000;

/** The index of the workspace. What keeps it is loaded before any part that may ask for it, see {@link Parts}. */
export class Corpus implements vscode.Disposable {
  readonly part: LazyPart<typeof import('./lazy/corpus')>;
  private keeper: Keeper | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The index may say something else now; told once things have been quiet for a moment. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private readonly begin = new Pause(() => void this.buildIfAny().catch(() => undefined)); // told to who asks for it

  constructor(
    private readonly articles: Articles,
    private readonly files: Files,
    private readonly context: Pick<vscode.ExtensionContext, 'extension' | 'extensionUri' | 'storageUri'>,
  ) {
    this.part = new LazyPart(context.extensionUri, 'corpus');
    this.begin.begin(BEGIN_AFTER_MS);
    this.subscription = articles.visibility.onDidChange(() => {
      this.keeper?.visibilityChanged();
      this.changed.fire();
    });
  }

  /** The index with every open article as it is now; the others as they were when they were last looked at. */
  current(): CorpusIndex {
    return this.kept().current();
  }

  /** As {@link current}, of the annotations that a person sees: what is shown, offered and gone to comes from here. */
  shown(): CorpusIndex {
    const { visibility } = this.articles;
    return visibility.isAll ? this.current() : this.kept().shown();
  }

  /** Looks at all sidecars of the workspace, and reads what is new or was changed; cheap where nothing was. */
  async build(): Promise<void> {
    await this.part.get();
    await this.kept().build();
  }

  /** By article (uri as text), what the workspace's sidecars say of their texts, as they are on disk. */
  async described(): Promise<ReadonlyMap<string, DescribedText>> {
    await this.build();
    return this.kept().described();
  }

  /** Whether annotations refer to a thing of the codebook, but for those with one of these ids. */
  async isUsedBut(kind: Referent, id: string, but: ReadonlySet<string>): Promise<boolean> {
    await this.build();
    return this.kept().isUsedBut(kind, id, but);
  }

  dispose(): void {
    this.keeper?.dispose();
    vscode.Disposable.from(this.subscription, this.changed, this.begin).dispose();
  }

  private kept(): Keeper {
    const part = this.part.loaded;
    if (!part) throw new Error('The index isn’t loaded yet');
    const { articles, files, context } = this;
    this.keeper ??= new part.Keeper({
      articles,
      files,
      storage: context.storageUri,
      madeBy: String((context.extension.packageJSON as { version?: unknown }).version),
      changed: () => this.changed.fire(),
    });
    return this.keeper;
  }

  private async buildIfAny(): Promise<void> {
    const [any] = await vscode.workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, null, 1);
    if (any) await this.build();
  }
}
