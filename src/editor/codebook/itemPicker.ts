import * as vscode from 'vscode';
import type { ReferredItem } from '../../model/codebook';
import { fitting } from '../../suggest/matching';
import type { Parts } from '../parts';
import { choose, type Choice } from '../pickers/choose';
import { plainLabel } from '../pickers/plainLabel';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';
import { idsOf, type ItemKind } from './itemKinds';

export interface ItemQuestion {
  readonly title: string;
  /** Ids of those that are offered before the others. */
  readonly first?: readonly string[];
  /** Not offered. */
  readonly but?: ReadonlySet<string>;
  /** A choice before the others, for none: gives null. */
  readonly none?: string;
}

/** Asks for an item of the codebook, the most used first; null where none is chosen on purpose, undefined where it was given up.
 * Throws a {@link UserError} where there is nothing to choose. */
export async function askItem(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  { title, first = [], but = new Set(), none }: ItemQuestion,
): Promise<ReferredItem | null | undefined> {
  const index = parts.corpus.shown();
  const items = (codebook.lists[kind.list] as readonly ReferredItem[])
    .filter(({ id }) => !but.has(id))
    .map((item) => ({ item, figures: kind.figures(index, idsOf(item)) }))
    .sort(
      (a, b) =>
        Number(first.includes(b.item.id)) - Number(first.includes(a.item.id)) ||
        b.figures.mentions + b.figures.claims - a.figures.mentions - a.figures.claims,
    );
  if (items.length === 0 && none === undefined) throw new UserError(kind.words.noneYet);
  const choice = ({ item, figures }: (typeof items)[number]): Choice<ReferredItem | null> => ({
    label: plainLabel(item.name),
    description: plainLabel(
      [
        ...('aliases' in item && item.aliases ? [item.aliases.join(', ')] : []),
        vscode.l10n.t('{0} mentions, {1} claims', figures.mentions, figures.claims),
      ].join(' · '),
    ),
    value: item,
  });
  const noneOf: Choice<ReferredItem | null>[] = none === undefined ? [] : [{ label: none, value: null }];
  return choose<ReferredItem | null>({
    title,
    placeholder: kind.words.choose,
    choices: (typed) => {
      const found = fitting(typed, items, ({ item }) => [
        item.name,
        ...('aliases' in item ? (item.aliases ?? []) : []),
      ]);
      return typed === '' ? [...noneOf, ...found.map(choice)] : found.map(choice);
    },
  });
}
