import * as vscode from 'vscode';
import type { Row } from '../workspaceViews/row';
import { dotted, spokenOf } from '../workspaceViews/row';
import { rowsOfMany } from '../workspaceViews/rowsOfMany';
import { plainLabel } from '../pickers/plainLabel';
import { typeIcon } from '../views/kindIcons';
import { quoted, typeName } from '../wording';
import { idsOf, type Listed } from './listing';
import { allInWords, kindsInWords, quotationOf, sideInWords, sideSign } from './words';

const { t } = vscode.l10n;

/** The rows of disagreements, the worst first, each with what every annotator says below it. */
export function disagreementRows(
  all: readonly Listed[],
  withArticle: boolean,
): readonly Row[] | Promise<readonly Row[]> {
  return rowsOfMany({
    id: 'disagreements',
    items: all,
    rows: (part) => part.map((one) => disagreementRow(one, withArticle)),
    nameOf: (one) => quotationOf(one, 30),
  });
}

/** What a disagreement's row is known by. */
export function rowId(one: Listed): string {
  return `${one.article}#${idsOf(one).join(' ')}`;
}

function disagreementRow(one: Listed, withArticle: boolean): Row {
  const id = rowId(one);
  const type = one.sides.find(({ annotation }) => annotation)?.annotation?.type ?? '';
  const words = quoted(plainLabel(quotationOf(one)));
  const article = withArticle ? plainLabel(vscode.workspace.asRelativePath(vscode.Uri.parse(one.article, true))) : '';
  const kinds = kindsInWords(one.kinds);
  // A row with a command stays open when it is chosen.
  const command = { command: 'policyAnnotator.view.disagreement', title: t('Show in the Text'), arguments: [{ id }] };
  return {
    id,
    label: words,
    description: dotted(kinds, article),
    spoken: spokenOf(`${typeName(type)} ${words}`, t('they differ in: {0}', kinds), article),
    context: one.sides.length > 2 ? 'disagreement.several' : 'disagreement',
    icon: typeIcon(type),
    isOpen: true,
    disagreement: { id },
    command,
    tooltip: () => allInWords(one),
    told: one.sides,
    children: () =>
      one.sides.map((side, index): Row => {
        const said = plainLabel(sideInWords(one, side), 120);
        return {
          id: `${id}/${index}`,
          label: `${sideSign(index)} ${plainLabel(side.creator, 40)}`,
          description: said,
          spoken: spokenOf(String(index + 1), plainLabel(side.creator, 40), said),
          context: 'side',
          disagreement: { id, side: index },
          command,
          tooltip: () => allInWords(one),
        };
      }),
  };
}
