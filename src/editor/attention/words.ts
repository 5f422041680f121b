import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import { plainLabel } from '../pickers/plainLabel';
import { headline, quotation, quoted, typeName } from '../wording';
import type { Doubt } from './doubts';

/** Plain texts that say what is in doubt. */

/** A confidence as a percentage. */
export function percent(confidence: number): string {
  return vscode.l10n.t('{0} %', Math.round(confidence * 100));
}

/** Why a person must look: "place not sure, 3 likely places, the best 84 %". */
export function whyInDoubt(standing: Doubt['standing'], candidates: Doubt['candidates']): string {
  const { t } = vscode.l10n;
  if (standing === 'orphaned') return t('text gone');
  const [best] = candidates;
  if (!best) return t('place not sure');
  return candidates.length === 1
    ? t('1 likely place, {0}', percent(best.confidence))
    : t('{0} likely places, best {1}', candidates.length, percent(best.confidence));
}

/** "Actor Russia", "Claim". */
export function whatInDoubt({ annotation }: Doubt, lists: EffectiveCodebook): string {
  const name = plainLabel(headline(annotation, lists), 60);
  const type = plainLabel(typeName(annotation.type), 40);
  return name === plainLabel(quotation(annotation), 60) ? type : `${type} ${name}`;
}

/** The quotation in doubt, for a title or a message. */
export function quotedDoubt({ exact }: Doubt, most = 40): string {
  return quoted(plainLabel(exact, most));
}
