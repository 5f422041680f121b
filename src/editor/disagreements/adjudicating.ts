import * as vscode from 'vscode';
import { linkKeysIn } from '../../analysis/agreement/disagreements';
import { linkKey } from '../../model/links';
import type { Arguments } from '../commands/arguments';
import { knownEntry } from '../commands/chosenAnnotation';
import { annotate, workplaceOf, type Workplace } from '../commands/tagging';
import { articleOf, checked } from '../commands/target';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { shownArticle } from './coded';
import { eachTaken, merged, nothing, taken, takes, type Decided, type Merging, type Side } from './decision';

/** What is decided, and how. */
export interface Adjudication {
  /** Annotations of one place; the order tells the first from the second. */
  readonly ids: readonly string[];
  /** One of {@link takes}, or the id of the one that is taken. */
  readonly take: string;
  /** For `merged`: the id of the one whose fields count, by default the first. */
  readonly by?: string | undefined;
  readonly target?: 'union' | 'intersection';
}

/** Decides between annotations of an article by new ones of the person that supersede them, as one step; gives the new ids. */
export async function adjudicate(parts: Parts, args: Arguments): Promise<readonly string[]> {
  args.only('article', 'ids', 'take', 'by', 'target');
  const target = args.choice('target', ['union', 'intersection']) ?? 'union';
  const ids = args.texts('ids') ?? [];
  const how = { ids, take: args.required('take'), by: args.given('by'), target };
  return decide(parts, await articleOf(parts.articles, args), how);
}

export async function decide(parts: Parts, article: Article, how: Adjudication): Promise<readonly string[]> {
  const place = await workplaceOf(parts, article);
  const sides = [...new Set(how.ids)].map((id) => sideOf(article, id));
  const shown = how.take === 'merged' ? await shownArticle(parts, article.key, place.codebook.content) : undefined;
  const decisions = decisionsOf(sides, how, shown ? linkKeysIn(shown) : linkKey);
  const draft = new StepDraft();
  const made = decisions.map(({ fields, ranges }) => annotate(draft, place, targetOf(place, ranges), fields));
  const step = draft.step(vscode.l10n.t('Decide a disagreement'));
  if (step) await parts.steps.apply(step);
  return made;
}

function targetOf({ article }: Workplace, ranges: Decided['ranges']): Decided['ranges'] {
  if (ranges.length === 0) throw new UserError(vscode.l10n.t('These annotations have no text in common.'));
  return checked(article, ranges);
}

function decisionsOf(
  sides: readonly Side[],
  { take, by, target = 'union' }: Adjudication,
  keyOf: Merging['keyOf'],
): readonly Decided[] {
  const { t } = vscode.l10n;
  const [first, second] = sides;
  if (!first) throw new UserError(t('Say which annotations are meant, by their ids.'));
  const byId = (id: string): Side | undefined => sides.find(({ fields }) => fields.id === id);
  const several = (): readonly Side[] => {
    if (!second) throw new UserError(t('There is only one annotation here: take it, or none.'));
    return sides;
  };
  switch (take) {
    case 'first':
      return [taken(first, sides)];
    case 'second':
      return [taken(several()[1] ?? first, sides)];
    case 'both':
      return eachTaken(several());
    case 'none':
      return [nothing(sides)];
    case 'merged': {
      if (several().some(({ fields }) => fields.type !== first.fields.type))
        throw new UserError(t('Annotations of different types can’t become one: take one of them, or both.'));
      const counting = by === undefined ? first : byId(by);
      if (!counting) throw new UserError(t('“{0}” isn’t one of the annotations that are decided about.', by ?? ''));
      return [merged(sides, { by: counting, target, keyOf })];
    }
    default: {
      const side = byId(take);
      if (side) return [taken(side, sides)];
      throw new UserError(t('“{0}” is no {1}; it is one of: {2}.', take, 'take', [...takes, t('an id')].join(', ')));
    }
  }
}

function sideOf(article: Article, id: string): Side {
  const { t } = vscode.l10n;
  const { fields, spot } = knownEntry(article, id);
  if (spot.place.ranges.some(({ standing }) => standing !== 'anchored'))
    throw new UserError(t('Where the annotation “{0}” stands isn’t sure. Say where, then decide.', id));
  const decider = article.shown().find((other) => other.id !== id && other.supersedes?.includes(id))?.id;
  if (decider !== undefined)
    throw new UserError(t('This was decided already. Remove the decision “{0}” first, or undo it.', decider));
  return { fields, ranges: spot.place.ranges.map(({ start, end }) => ({ start, end })) };
}
