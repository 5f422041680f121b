import * as vscode from 'vscode';
import { needsAttention } from '../../model/annotation';
import { sha256 } from '../../sidecar/hash';
import { finding, type Checked, type Finding, type Fix } from './check';

/**
 * Whether the sidecar on disk describes another text than the article's: that was changed outside, and nothing of it was saved
 * since. (While it has unsaved changes its sidecar waits for them to be saved.) What is marked was found again where it could
 * be; that is written with the next change, or now.
 */
export async function outdatedSidecar({ article }: Checked): Promise<readonly Finding[]> {
  const { t } = vscode.l10n;
  const isOutdated = async (): Promise<boolean> => {
    const described = article.sidecar.known?.article.sha256;
    return !article.document.isDirty && described !== undefined && described !== (await sha256(article.text));
  };
  if (!(await isOutdated())) return [];
  // A step's write may be under way; that it fails is told by who made the step.
  await article.flush().catch(() => undefined);
  if (!(await isOutdated())) return [];
  const isInDoubt = article.annotations().some(needsAttention);
  const again: Fix = { title: t('Find annotations again'), command: 'findAnnotationsAgain', args: [] };
  const save = { title: t('Save annotations for this text'), command: 'fix.save', args: [{ article: article.key }] };
  const firstLine = { start: 0, end: `${article.text}\n`.indexOf('\n') };
  return [
    finding(article, {
      check: 'outdatedSidecar',
      message: t('The annotations of this article were saved for an earlier text of it.'),
      severity: vscode.DiagnosticSeverity.Information,
      ranges: [firstLine],
      fixes: [save, ...(isInDoubt ? [again] : [])],
    }),
  ];
}
