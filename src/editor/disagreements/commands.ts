import * as vscode from 'vscode';
import type { Direction } from '../../corpus/articleIndex';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { UserError } from '../userError';
import type { DisagreementCommand } from '../workspaceViews/names';
import { adjudicate } from './adjudicating';
import { idsOf, type Listed } from './listing';
import { named, type ShownDisagreements } from './shownDisagreements';
import { sideInWords, sideSign } from './words';

const { t } = vscode.l10n;

type Take = Parameters<ShownDisagreements['decide']>[1];

/** The commands about disagreements; each asks, or goes by the list, without an argument object. */
export function disagreementCommands(
  parts: Parts,
  shown: ShownDisagreements,
  goOn: (decided: Listed, take: Take) => Promise<unknown>,
): Readonly<Record<DisagreementCommand, (args: Arguments | undefined) => Promise<unknown>>> {
  const jump = (direction: Direction) => async (args: Arguments | undefined) => {
    args?.only('article', 'scope');
    const article = args?.uri('article');
    const scope = args?.choice('scope', ['article', 'workspace']);
    const here = article ?? (scope === 'article' ? vscode.window.activeTextEditor?.document.uri : undefined);
    const one = await shown.neighbour(direction, scope === 'workspace' ? scope : here && [here.toString()]);
    if (!one) throw new UserError(t('There is no disagreement that isn’t decided here.'));
    await shown.show(one, false);
    return idsOf(one);
  };
  return {
    showDisagreements: async (args) => {
      args?.only('scope', 'articles');
      const articles = args?.uris('articles')?.map(String);
      const scope = args ? (args.choice('scope', ['article', 'workspace']) ?? 'article') : await askScope();
      if (!scope) return false;
      await vscode.commands.executeCommand('policyAnnotator.disagreements.focus');
      shown.lookAt(articles ?? (scope === 'workspace' ? scope : 'active'));
      return true;
    },
    nextDisagreement: jump('next'),
    previousDisagreement: jump('previous'),
    adjudicate: async (args) => {
      if (args) return adjudicate(parts, args);
      const one = shown.present;
      if (!one)
        throw new UserError(t('Go to a disagreement first, in the view of disagreements or by “Next Disagreement”.'));
      const take = await askTake(one);
      return take === undefined ? undefined : goOn(one, take);
    },
  };
}

function askScope(): Promise<'article' | 'workspace' | undefined> {
  return pick<'article' | 'workspace'>({
    title: t('Disagreements'),
    placeholder: t('Of which articles?'),
    rows: [
      { label: t('$(file) Of the active article'), value: 'article' },
      { label: t('$(folder) Of the workspace'), value: 'workspace' },
    ],
  });
}

function askTake(one: Listed): Promise<Take | undefined> {
  const several = idsOf(one).length > 1;
  const types = new Set(one.sides.flatMap(({ annotation }) => annotation?.type ?? []));
  return pick<Take>({
    title: t('What holds of “{0}”?', named(one)),
    placeholder: t('The decision is an annotation of yours; theirs stay'),
    rows: [
      ...one.sides.map((side, index) => ({
        label: `${sideSign(index)} ${plainLabel(side.creator, 40)}`,
        description: plainLabel(sideInWords(one, side), 120),
        value: { side: index },
      })),
      ...(several ? [{ label: t('Both'), description: t('each stands by itself'), value: 'both' as const }] : []),
      ...(several && types.size === 1
        ? [
            { label: t('Merged'), description: t('one annotation of all their text'), value: 'merged' as const },
            {
              label: t('Merged, common text'),
              description: t('one annotation of what they share'),
              value: 'intersection' as const,
            },
          ]
        : []),
      ...(one.sides.every(({ annotation }) => annotation)
        ? [{ label: t('None'), description: t('nothing is to be marked here'), value: 'none' as const }]
        : []),
    ],
  });
}
