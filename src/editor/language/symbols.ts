import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Range } from '../../model/range';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import { plainLabel } from '../pickers/plainLabel';
import type { Article } from '../store/article';
import { headline, quotation, typeName } from '../wording';
import { outline, type OutlineHeading, type OutlineNode } from './outline';

/** Markdown's headings are shown by VS Code itself; there, only claims are added. */
const withHeadings = [{ language: 'policy-article' }, { language: 'plaintext' }];
const withoutHeadings = [{ language: 'markdown' }];
const REFRESH_PAUSE_MS = 200;
/** Claims that are listed, the first of the text: VS Code asks for all symbols after every pause in typing. */
const MOST_CLAIMS = 5000;

/** Headings and claims for outline, breadcrumbs and "Go to Symbol". */
export function registerSymbols(parts: Parts): vscode.Disposable {
  return new Symbols(parts);
}

class Symbols implements vscode.Disposable {
  private registration: vscode.Disposable | undefined;
  /** VS Code asks again when the text changes or a provider comes; a step that changes neither would not be seen. */
  private readonly refresh = new Pause(() => {
    this.registration?.dispose();
    this.register();
  });
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly parts: Parts) {
    this.register();
    this.subscriptions = [
      parts.articles.onDidChange(({ kind, article }) => {
        if (kind !== 'text' && article.annotated) this.refresh.begin(REFRESH_PAUSE_MS);
      }),
      parts.codebooks.onDidChange(() => this.refresh.begin(REFRESH_PAUSE_MS)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(this.refresh, ...this.subscriptions).dispose();
    this.registration?.dispose();
  }

  private register(): void {
    const metadata = { label: vscode.l10n.t('Claims') };
    this.registration = vscode.Disposable.from(
      vscode.languages.registerDocumentSymbolProvider(withHeadings, {
        provideDocumentSymbols: (document) => this.symbols(document, true),
      }),
      vscode.languages.registerDocumentSymbolProvider(
        withoutHeadings,
        { provideDocumentSymbols: (document) => this.symbols(document, false) },
        metadata,
      ),
    );
  }

  private async symbols(document: vscode.TextDocument, sections: boolean): Promise<vscode.DocumentSymbol[]> {
    const article = this.parts.articles.of(document);
    if (!article) return [];
    await article.ready();
    const { lists } = await this.parts.codebooks.of(article.uri);
    const claims = article.annotations().flatMap((annotation): Claim[] => {
      const [range] = annotation.target;
      return annotation.type === 'claim' && range?.standing === 'anchored' ? [{ annotation, range }] : [];
    });
    const found: readonly OutlineHeading[] = sections ? (await this.parts.assist.get()).headings(article.text) : [];
    return outline(found, claims.slice(0, MOST_CLAIMS), article.text.length).map((node) =>
      symbol(node, article, lists),
    );
  }
}

interface Claim {
  readonly annotation: PlacedAnnotation;
  readonly range: Range;
}

function symbol(node: OutlineNode<Claim>, article: Article, lists: EffectiveCodebook): vscode.DocumentSymbol {
  const { name, detail, kind } = words(node.of, lists);
  const [whole, own] = [article.editorRange(node.whole), article.editorRange(node.own)];
  const made = new vscode.DocumentSymbol(name, detail, kind, whole, own);
  made.children = node.children.map((child) => symbol(child, article, lists));
  return made;
}

function words(
  of: OutlineNode<Claim>['of'],
  lists: EffectiveCodebook,
): { name: string; detail: string; kind: vscode.SymbolKind } {
  if ('heading' in of) {
    // VS Code refuses a symbol without a name.
    return { name: plainLabel(of.heading.title) || '#', detail: '', kind: vscode.SymbolKind.String };
  }
  const { annotation } = of.claim;
  return {
    name: plainLabel(headline(annotation, lists)) || typeName(annotation.type),
    detail: plainLabel(quotation(annotation)),
    kind: vscode.SymbolKind.Event,
  };
}
