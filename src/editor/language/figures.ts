import * as vscode from 'vscode';
import type { Figures } from '../../corpus/figures';
import type { EffectiveCodebook } from '../../model/codebook';
import { itemKind } from '../codebook/itemKinds';
import type { Parts } from '../parts';
import type { Subject } from './subjects';

/** Knows the figures of actors, topics and sources in the workspace; nobody waits for its articles to be read. */
export class WorkspaceFigures {
  /** Whether the workspace's articles were read once. */
  private isWhole = false;

  constructor(private readonly parts: Parts) {}

  /** What is known by now, in words: "14 mentions, 5 claims (3 Support, 2 Oppose) in 3 articles, 2022-07 to 2023-12"; empty where
   * there is nothing. */
  inWords(subject: Subject, lists: EffectiveCodebook): string {
    this.parts.corpus.build().then(
      () => (this.isWhole = true),
      () => undefined, // the next one tries again
    );
    const figures = itemKind(subject.kind).figures(this.parts.corpus.shown(), subject.ids);
    const words = wordsOf(figures, subject, lists);
    return this.isWhole || words === '' ? words : vscode.l10n.t('{0}; articles are still being read', words);
  }
}

function wordsOf(figures: Figures, { kind }: Subject, lists: EffectiveCodebook): string {
  const { t } = vscode.l10n;
  const { mentions, claims, articles, first, last } = figures;
  if (mentions + claims === 0) return '';
  const counts = [
    ...(mentions > 0 ? [{ actor: mentionWords, topic: passageWords, source: placeWords }[kind](mentions)] : []),
    ...(claims > 0 ? [claimWords(figures, lists)] : []),
  ].join(', ');
  const where = articles === 1 ? t('{0} in 1 article', counts) : t('{0} in {1} articles', counts, articles);
  if (first === undefined || last === undefined) return where;
  return first === last ? `${where}, ${first}` : t('{0}, {1} to {2}', where, first, last);
}

function claimWords({ claims, byStance }: Figures, lists: EffectiveCodebook): string {
  const { t } = vscode.l10n;
  const count = claims === 1 ? t('1 claim') : t('{0} claims', claims);
  const inOrder = [...new Set([...lists.stances.map(({ id }) => id), ...byStance.keys()])];
  const stances = inOrder.flatMap((id) => {
    const times = byStance.get(id) ?? 0;
    const name = id === '' ? t('without stance') : (lists.stances.find((stance) => stance.id === id)?.name ?? id);
    return times > 0 ? [`${times} ${name}`] : [];
  });
  return byStance.size === 1 && byStance.has('') ? count : `${count} (${stances.join(', ')})`;
}

function mentionWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}

function passageWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 passage') : vscode.l10n.t('{0} passages', count);
}

function placeWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', count);
}
