import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../../model/codebook';
import type { Chosen, Control, Days } from '../../../model/picture';
import { controlsOf, settingsInWords } from './controls';
import { actorOffers } from './offers';
import type { Picture } from './picture';
import { controlWords } from './settingWords';
import { variablesIn } from './variableOptions';

/** The controls of a picture, and what is chosen in words.
 * @param days that another picture chose for it */
export function settingsShown(
  { settings, first, labels, offers = {}, off }: Picture,
  given: Chosen,
  codebooks: readonly EffectiveCodebook[],
  days: Days | undefined,
): { readonly controls: readonly Control[]; readonly inWords: string } {
  const words = controlWords(codebooks, labels);
  const why = vscode.l10n.t('Chosen in the timeline');
  const idle = off?.(given) ?? {};
  const controls = controlsOf({
    ...{ settings, first, chosen: given, variables: variablesIn(codebooks), words },
    off: { ...idle, ...(days ? { from: why, to: why } : {}) },
    offers: Object.fromEntries(Object.keys(offers).map((name) => [name, actorOffers(codebooks)])),
  });
  const said = controls.filter(({ name }) => !Object.hasOwn(idle, name));
  return { controls, inWords: settingsInWords(settings, said, words) };
}
