import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import { ArticleDiagnostics, ourDiagnostic, SETTINGS, type Told } from '../articleDiagnostics';
import type { Parts } from '../parts';
import { plainMessage } from '../plainMessage';
import type { Article } from '../store/article';
import type { Doubt } from './doubts';
import { doubtsIn } from './inDoubt';
import { percent, quotedDoubt, whatInDoubt } from './words';

/** A doubt as the Problems view and the editor show it. */
export interface ToldDoubt extends Told {
  readonly doubt: Doubt;
}

/** A diagnostic for every doubt in every open article. */
export function doubtDiagnostics(parts: Parts): ArticleDiagnostics<ToldDoubt> {
  return new ArticleDiagnostics(parts, {
    name: 'policyAnnotator',
    find: async (article) => {
      const { lists } = await parts.codebooks.of(article.uri);
      return doubtsIn(article).map((doubt) => ({ doubt, diagnostic: diagnosticOf(article, doubt, lists) }));
    },
    isShown: ({ uri }) => vscode.workspace.getConfiguration(SETTINGS, uri).get('attention', true),
  });
}

function diagnosticOf(article: Article, doubt: Doubt, lists: EffectiveCodebook): vscode.Diagnostic {
  const range = article.editorRange(doubt.place);
  const message = plainMessage(messageOf(doubt, lists));
  return ourDiagnostic(range, message, vscode.DiagnosticSeverity.Information, doubt.standing);
}

function messageOf(doubt: Doubt, lists: EffectiveCodebook): string {
  const { t } = vscode.l10n;
  const what = `${quotedDoubt(doubt, 80)} (${whatInDoubt(doubt, lists)})`;
  if (doubt.standing === 'orphaned') {
    return t('The text of {0} was deleted here. Keep it as an orphan, remove it, or select its text anew.', what);
  }
  const [best] = doubt.candidates;
  if (!best)
    return t('The text has changed, and {0} isn’t found in it. Select its text, or keep it as an orphan.', what);
  return doubt.candidates.length === 1
    ? t('The text has changed. Is {0} here? Sure to {1}.', what, percent(best.confidence))
    : t(
        'The text has changed. Is {0} here? Sure to {1}; there are {2} likely places.',
        what,
        percent(best.confidence),
        doubt.candidates.length,
      );
}
