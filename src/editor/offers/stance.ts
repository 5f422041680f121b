import * as vscode from 'vscode';
import type { Stance } from '../../model/codebook';
import type { Arguments } from '../commands/arguments';
import { knownId } from '../commands/names';
import { stanceOfSign } from '../pickers/claimOffers';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { UserError } from '../userError';

/** The id of the stance that the argument says: by a sign (+, -, 0), else by id or name. Asks where there is no argument
 * object; undefined where the person chose none. */
export async function stanceMeant(
  args: Arguments | undefined,
  stances: readonly Stance[],
): Promise<string | undefined> {
  if (!args) {
    return pick<string>({
      title: vscode.l10n.t('Stance of the claim'),
      placeholder: vscode.l10n.t('Is it for its topic, or against it?'),
      rows: stances.map(({ id, name }) => ({ label: plainLabel(name), value: id })),
    });
  }
  const said = args.required('stance');
  if (said !== '+' && said !== '-' && said !== '0') return knownId(stances, vscode.l10n.t('stance'), said);
  const found = stanceOfSign(stances, said);
  if (found === undefined) throw new UserError(vscode.l10n.t('The codebook has no stance for “{0}”.', said));
  return found;
}
