import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Range } from '../../model/range';
import { headings } from '../../suggest/structure';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import type { Article } from '../store/article';
import { headline, quotation, typeName } from '../wording';
import { outline, type OutlineNode } from './outline';

/** Claims that are listed, the first of the text: VS Code asks for all symbols after every pause in typing. */
const MOST_CLAIMS = 5000;

/** Claims for outline, breadcrumbs and "Go to Symbol", under the headings of their sections where these are wanted. */
export async function documentSymbols(
  parts: Parts,
  article: Article,
  withHeadings: boolean,
): Promise<vscode.DocumentSymbol[]> {
  await article.ready();
  const { lists } = await parts.codebooks.of(article.uri);
  const claims = article.shown().flatMap((annotation): Claim[] => {
    const [range] = annotation.target;
    return annotation.type === 'claim' && range?.standing === 'anchored' ? [{ annotation, range }] : [];
  });
  const found = withHeadings ? headings(article.text) : [];
  return outline(found, claims.slice(0, MOST_CLAIMS), article.text.length).map((node) => symbol(node, article, lists));
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
