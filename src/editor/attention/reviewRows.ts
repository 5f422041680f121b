import * as vscode from 'vscode';
import { heading } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import type { Article } from '../store/article';
import { inContext } from '../views/inContext';
import type { Doubt } from './doubts';
import { percent } from './words';

/** What a person can decide about one doubt. */
export type Choice =
  | { readonly kind: 'accept'; readonly candidate: number }
  | { readonly kind: 'accept-alike' | 'select' | 'keep' | 'remove' | 'later' };

/** A line of the review; one without a choice is a heading. */
export interface ReviewRow extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/** The words in doubt as they once stood. */
export function oldContext({ annotation, rangeIndex }: Doubt): string {
  const was = annotation.target[rangeIndex];
  return was ? plainLabel(`…${was.prefix}${was.exact}${was.suffix}…`, 160) : '';
}

/** The likely places of a doubt, then what else can be done. `alike`: how many can be settled with it. */
export function reviewRows(article: Article, { candidates }: Doubt, alike: number): ReviewRow[] {
  const { t } = vscode.l10n;
  const row = (icon: string, label: string, choice: Choice, description = ''): ReviewRow => ({
    ...{ label, description, choice, alwaysShow: true },
    iconPath: new vscode.ThemeIcon(icon),
  });
  const places = candidates.map((candidate, index) => {
    const { lead, exact, after } = inContext(article.text, candidate);
    const line = article.positionAt(candidate.start).line + 1;
    const about = t('{0}, line {1}', percent(candidate.confidence), line);
    return row('location', plainLabel(lead + exact + after), { kind: 'accept', candidate: index }, about);
  });
  return [
    ...places,
    ...(places.length > 0 ? [heading(t('or'))] : []),
    ...(alike > 1
      ? [row('check-all', t('Accept all {0} alike at their best places', alike), { kind: 'accept-alike' })]
      : []),
    row('arrow-right', t('Decide later'), { kind: 'later' }),
    row('target', t('Select its text in the article…'), { kind: 'select' }),
    row('archive', t('Keep as orphan'), { kind: 'keep' }, t('its quotation, links and note stay')),
    row('trash', t('Remove annotation'), { kind: 'remove' }),
  ];
}
