import * as vscode from 'vscode';
import { byId, type EffectiveCodebook } from '../../model/codebook';
import { ACT, type Candidate, type ClaimState } from '../../suggest/claimChoice';
import { quoted, withinQuotes } from '../wording';
import { aboutActor } from './actorPicker';
import { plainLabel } from './plainLabel';

/** `US and its allies → Russia | topic… | − | reported | condemn | no source`; what is guessed has a question mark. */
export function claimTitle(state: ClaimState): string {
  const { guessed } = state;
  const guess = (field: 'speaker' | 'addressee' | 'holder' | 'source' | 'attribution' | 'act' | 'stance'): string =>
    guessed.has(field) ? '?' : '';
  const list = (field: 'speaker' | 'addressee' | 'holder' | 'source'): string =>
    state[field].length > 0 ? state[field].map(shownName).join(', ') + guess(field) : '';
  const who = [
    list('speaker') || vscode.l10n.t('no speaker'),
    state.holder.length > 0 ? `= ${list('holder')}` : '',
    state.addressee.length > 0 ? `→ ${list('addressee')}` : '',
  ];
  const stance = { '+': '+', '-': '−', '0': '0' };
  return [
    who.filter((part) => part !== '').join(' '),
    state.topic ? shownName(state.topic) : vscode.l10n.t('topic…'),
    state.stance ? stance[state.stance] + guess('stance') : vscode.l10n.t('no stance'),
    state.attribution ? shownName(state.attribution).toLocaleLowerCase() + guess('attribution') : '',
    ...state.attributes.map(
      (one) => shownName(one).toLocaleLowerCase() + (one.attribute?.id === ACT ? guess('act') : ''),
    ),
    list('source') || vscode.l10n.t('no source'),
  ]
    .filter((part) => part !== '')
    .join(' | ');
}

/** A candidate as an item of the list. */
export function claimItem(candidate: Candidate, lists: EffectiveCodebook): vscode.QuickPickItem {
  const description = about(candidate, lists);
  return { label: labelOf(candidate), ...(description === '' ? {} : { description }), alwaysShow: true };
}

function shownName({ name, sort }: Candidate): string {
  const plain = plainLabel(name, 40);
  return sort === 'new' ? vscode.l10n.t('{0} (new)', plain) : plain;
}

function labelOf({ field, name, sort }: Candidate): string {
  const plain = plainLabel(name);
  if (sort === 'new') {
    const inner = withinQuotes(plain);
    const text = field === 'topic' ? vscode.l10n.t('New topic “{0}”', inner) : vscode.l10n.t('New actor “{0}”', inner);
    return `$(add) ${text}`;
  }
  if (sort !== 'none') return plain;
  const nothing = {
    topic: vscode.l10n.t('No topic'),
    speaker: vscode.l10n.t('No speaker'),
    addressee: vscode.l10n.t('No addressee'),
    holder: vscode.l10n.t('No holder'),
    source: vscode.l10n.t('No source'),
    manner: vscode.l10n.t('No speech act'),
  };
  return nothing[field];
}

function about({ field, id, kind, sort, attribute, aliases = [], name }: Candidate, lists: EffectiveCodebook): string {
  if (sort === 'none') return field === 'topic' ? vscode.l10n.t('Enter keeps what the title says') : '';
  if (sort === 'new') return plainLabel(kind ?? '');
  switch (field) {
    case 'topic':
      return plainLabel(byId(lists.topics, id)?.description ?? '', 80);
    case 'source': {
      if (byId(lists.sources, id)) return vscode.l10n.t('codebook');
      const [words] = aliases;
      return words === undefined || words === name ? '' : plainLabel(quoted(words), 60);
    }
    case 'manner':
      return attribute
        ? plainLabel(byId(lists.attributes, attribute.id)?.name ?? '', 40)
        : vscode.l10n.t('Attribution');
    default: {
      const actor = byId(lists.actors, id);
      return actor ? aboutActor(actor) : '';
    }
  }
}
