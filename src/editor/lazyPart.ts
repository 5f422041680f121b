import * as vscode from 'vscode';
import { platform } from '#platform';

/** A bundle of dist/parts that is loaded when first asked for, and once; a failed load is tried again next time. */
export class LazyPart<T> {
  private loading: Promise<T> | undefined;
  private module: T | undefined;

  /** @param first is loaded with it, if it wasn't before */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly name: string,
    private readonly first?: LazyPart<unknown>,
  ) {}

  /** Undefined where it isn't loaded yet. */
  get loaded(): T | undefined {
    return this.module;
  }

  get(): Promise<T> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<T> {
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', 'parts', `${this.name}.js`);
    try {
      const source = async (): Promise<Uint8Array> => vscode.workspace.fs.readFile(uri);
      const [module] = await Promise.all([platform.loadPart(uri.fsPath, source), this.first?.get()]);
      this.module = (hasDefault(module) ? module.default : module) as T; // import() of CommonJS puts the exports there
      return this.module;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }
}

function hasDefault(module: unknown): module is { default: unknown } {
  return typeof module === 'object' && module !== null && 'default' in module;
}

/** Something that a part makes when it is first asked for, and once; what failed is tried again next time. */
export class Made<T> implements vscode.Disposable {
  private making: Promise<T> | undefined;

  constructor(private readonly make: () => Promise<T>) {}

  /** Whether it was asked for. */
  get isBegun(): boolean {
    return this.making !== undefined;
  }

  get(): Promise<T> {
    this.making ??= this.make().catch((error: unknown) => {
      this.making = undefined;
      throw error;
    });
    return this.making;
  }

  dispose(): void {
    void this.making?.then((made) => (isDisposable(made) ? made.dispose() : undefined));
  }
}

function isDisposable(made: unknown): made is vscode.Disposable {
  return typeof made === 'object' && made !== null && 'dispose' in made;
}
