import * as vscode from 'vscode';
import type { Link } from '../../model/annotation';
import { linkKey } from '../../model/links';
import type { Range } from '../../model/range';
import type { NewActor } from '../../suggest/offer';
import { sentenceAt } from '../../suggest/sentences';
import type { Parts } from '../parts';
import { askClaim } from '../pickers/claimPicker';
import { StepDraft } from '../store/stepDraft';
import type { Arguments } from './arguments';
import {
  actorLinks,
  actorRoles,
  givenAttributes,
  plainFields,
  sourceLinks,
  topicFor,
  withNewActors,
} from './claimFields';
import { annotate, workplaceOf, type Workplace } from './tagging';
import { withValues } from './withValues';
import { articleOf, targetsOf } from './target';

/** What the command takes. */
const known = [
  'article',
  'topic',
  'stance',
  'attribution',
  ...actorRoles,
  'source',
  'summary',
  'date',
  'attributes',
  'note',
  'range',
  'ranges',
] as const;

/** Marks the targets, asking what is claimed where there are no arguments, with `typed` in the picker's input at first; gives the
 * first annotation's id. */
export async function tagClaim(parts: Parts, args: Arguments | undefined, typed = ''): Promise<string | undefined> {
  args?.only(...known);
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const targets = targetsOf(place.article, args, (offset) => sentenceAt(place.article.text, offset));
  if (args) return tagClaims(parts, place, targets, args);
  const asked = await askClaim(parts, place, targets, typed);
  return asked && tagClaims(parts, place, asked.targets, asked.args, asked.newActors);
}

/** Marks every target as a claim with the same fields, in one step; gives the first one's id. */
async function tagClaims(
  parts: Parts,
  place: Workplace,
  targets: readonly (readonly Range[])[],
  args: Arguments,
  newActors: readonly NewActor[] = [],
): Promise<string | undefined> {
  const { article, codebook } = place;
  const draft = new StepDraft();
  const actors = withNewActors(draft, codebook, newActors);
  const topic = args.given('topic');
  const attributes = args.attributes('attributes');
  const links: Link[] = actorRoles.flatMap((role) => actorLinks(args, role, { lists: { actors } }) ?? []);
  links.push(...(sourceLinks(args, article, codebook) ?? []));
  const each = new Map(links.map((link) => [linkKey(link), link]));
  const fields = withValues({
    type: 'claim',
    topic: topic && topicFor(draft, codebook, topic),
    ...plainFields(args, codebook),
    links: each.size > 0 ? [...each.values()] : undefined,
    attributes: attributes && givenAttributes(attributes, 'claim', codebook),
  });
  const ids: string[] = [];
  for (const ranges of targets) ids.push(annotate(draft, place, ranges, fields));
  const step = draft.step(vscode.l10n.t('Mark claim'));
  if (step) await parts.steps.apply(step);
  return ids[0];
}
