import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Offer } from '../../suggest/offer';
import { plainLabel } from '../pickers/plainLabel';
import { actorName, typeName } from '../wording';

/** What is offered: all, or one type alone. */
export type OfferedTypes = Offer['type'] | 'all';

/** What an offer would become, for the status bar: "Offer 3 of 12 · Claim: Russia −". */
export function offerWords(
  offer: Offer,
  lists: EffectiveCodebook,
  [number, total]: readonly [number, number],
  offered: OfferedTypes,
): string {
  const about = plainLabel(saying(offer, lists), 60);
  const what = about === '' ? typeName(offer.type) : `${typeName(offer.type)}: ${about}`;
  const which = vscode.l10n.t('Offer {0} of {1}', number, total);
  return offered === 'all'
    ? `$(lightbulb) ${which} · ${what}`
    : `$(filter) ${which} (${typesWords(offered)}) · ${what}`;
}

/** What is offered, for the status bar. */
export function offeredWords(offered: OfferedTypes): string {
  return vscode.l10n.t('Offered: {0}', typesWords(offered));
}

function typesWords(offered: OfferedTypes): string {
  const { t } = vscode.l10n;
  const words = {
    ...{ all: t('actors, claims and sources'), actor: t('only actors') },
    ...{ claim: t('only claims'), source: t('only sources') },
  };
  return words[offered];
}

function saying(offer: Offer, lists: EffectiveCodebook): string {
  const { t } = vscode.l10n;
  switch (offer.type) {
    case 'actor': {
      const others = (offer.others ?? []).map((id) => actorName(lists, id));
      if (offer.actor !== undefined) return [actorName(lists, offer.actor), ...others].join(` ${t('or')} `);
      return t('{0} (new, {1} times)', offer.name ?? '', offer.count ?? 1);
    }
    case 'claim': {
      const names = (ids: readonly string[] = []): string[] => ids.map((id) => actorName(lists, id));
      const speakers = [...names(offer.speakers), ...(offer.newSpeakers ?? []).map(({ name }) => name)].join(', ');
      const holders = names(offer.holders).join(', ');
      const sign = offer.stance === 'support' ? '+' : offer.stance === 'oppose' ? '−' : '';
      const who = holders === '' ? speakers : t('{0} on {1}', speakers === '' ? '?' : speakers, holders);
      return [who === '' ? t('who speaks isn’t clear') : who, sign].filter((part) => part !== '').join(' ');
    }
    case 'source':
      return offer.reference ?? offer.url ?? offer.kind ?? '';
  }
}
