import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import type { ArticleDiagnostics } from '../articleDiagnostics';
import { quickFix, touches } from '../quickFix';
import type { Article } from '../store/article';
import { alikeTo } from './deciding';
import type { Attending } from './attending';
import type { ToldDoubt } from './diagnostics';
import { doubtKey } from './doubts';
import { percent, quotedDoubt } from './words';

/** Of so many doubts at one place the fixes are offered: more is a list that nobody reads. */
const MOST_DOUBTS = 3;

/** What can be done about a doubt, at any of its likely places; and about the one that was looked at last, wherever one
 * has selected its text. */
export class QuickFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly attending: Attending,
    private readonly diagnostics: ArticleDiagnostics<ToldDoubt>,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, selected: vscode.Range): Promise<vscode.CodeAction[]> {
    const article = this.attending.parts.articles.of(document);
    const told = article ? await this.diagnostics.of(article) : [];
    if (!article || told.length === 0) return [];
    const here = { start: article.offsetAt(selected.start), end: article.offsetAt(selected.end) };
    const hasText = article.text.slice(here.start, here.end).trim() !== '';
    const visited = this.attending.visited(article)?.key;
    const near = told.filter(
      ({ doubt }) => touches(doubt.place, here) || doubt.candidates.some((candidate) => touches(candidate, here)),
    );
    // Of several here it is the one that was looked at last; else, of those that look alike, the first.
    const first = near.filter(({ doubt }) => doubtKey(doubt) === visited);
    const chosen = first.length > 0 ? first : distinct(near).slice(0, MOST_DOUBTS);
    const fixes: vscode.CodeAction[] = [];
    for (const one of chosen) fixes.push(...(await this.about(article, one, here, hasText, chosen.length > 1)));
    const elsewhere = first.length === 0 && hasText ? told.find(({ doubt }) => doubtKey(doubt) === visited) : undefined;
    if (elsewhere) fixes.push(reanchor(article, elsewhere, here, true));
    return fixes;
  }

  private async about(
    article: Article,
    told: ToldDoubt,
    here: Range,
    hasText: boolean,
    isNamed: boolean,
  ): Promise<readonly vscode.CodeAction[]> {
    const { t } = vscode.l10n;
    const { doubt } = told;
    const { annotation, rangeIndex, candidates } = doubt;
    const which = { article: article.key, id: annotation.id, rangeIndex };
    const add = (title: string, command: string, argument: object): vscode.CodeAction =>
      quickFix(told.diagnostic, isNamed ? `${quotedDoubt(doubt, 24)}: ${title}` : title, command, argument);
    const found: vscode.CodeAction[] = [];
    const at = candidates.findIndex((candidate) => touches(candidate, here));
    const candidate = candidates[at];
    if (candidate) {
      const accept = t('Accept this place ({0})', percent(candidate.confidence));
      found.push(add(accept, 'acceptCandidate', { ...which, candidate: at }));
      const [only] = found;
      if (only) only.isPreferred = !isNamed;
    }
    const next = (at + 1) % candidates.length;
    const another = candidates[next];
    if (another && next !== at) {
      const go = t('Go to likely place {0} of {1} ({2})', next + 1, candidates.length, percent(another.confidence));
      found.push(add(go, 'goToCandidate', { ...which, candidate: next }));
    }
    const alike = await alikeTo(article, doubt);
    if (alike.length > 1) {
      const least = alike.reduce((so, { best }) => Math.min(so, best.confidence), 1);
      found.push(
        add(
          t('Accept all alike at their best places ({0}, from {1})', alike.length, percent(least)),
          'acceptAllAlike',
          which,
        ),
      );
    }
    if (hasText) found.push(reanchor(article, told, here, isNamed));
    const whole = { article: article.key, id: annotation.id };
    found.push(add(t('Keep as orphan'), 'keepAsOrphan', whole));
    found.push(add(t('Remove annotation'), 'removeAnnotation', whole));
    return found;
  }
}

/** The first of each quotation and type. */
function distinct(told: readonly ToldDoubt[]): readonly ToldDoubt[] {
  const seen = new Set<string>();
  return told.filter(({ doubt: { annotation, exact } }) => {
    const size = seen.size;
    return seen.add(JSON.stringify([annotation.type, exact])).size > size;
  });
}

/** Of several ranges the one in doubt is set; the whole target where nothing else of it is left. */
function reanchor(article: Article, told: ToldDoubt, { start, end }: Range, isNamed: boolean): vscode.CodeAction {
  const { annotation, rangeIndex } = told.doubt;
  const isLeft = annotation.target.some(({ standing }, index) => index !== rangeIndex && standing !== 'orphaned');
  const title = isNamed
    ? vscode.l10n.t('Re-anchor {0} to the selection', quotedDoubt(told.doubt, 24))
    : vscode.l10n.t('Re-anchor to the selection');
  return quickFix(told.diagnostic, title, 'resizeAnnotation', {
    article: article.key,
    id: annotation.id,
    range: { start, end },
    ...(isLeft ? { rangeIndex } : {}),
  });
}
