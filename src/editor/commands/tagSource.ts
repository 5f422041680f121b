import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import { guessSourceKind, sourceAt } from '../../suggest/reference';
import type { Parts } from '../parts';
import { askSource } from '../pickers/sourcePicker';
import { StepDraft } from '../store/stepDraft';
import type { Arguments } from './arguments';
import { knownId, knownSource } from './names';
import { annotate, workplaceOf, type Workplace } from './tagging';
import { withValues } from './withValues';
import { articleOf, targetsOf } from './target';

/** Marks the targets, asking which source it is where there are no arguments; gives the first annotation's id. */
export async function tagSource(parts: Parts, args: Arguments | undefined): Promise<string | undefined> {
  args?.only('article', 'source', 'kind', 'reference', 'url', 'date', 'range', 'ranges');
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const targets = targetsOf(place.article, args, (offset) => sourceAt(place.article.text, offset)?.range);
  const chosen = args ?? (await askSource(parts, place, targets));
  return chosen && tagSources(parts, place, targets, chosen);
}

/** Marks every target as a source, in one step; gives the first one's id. */
async function tagSources(
  parts: Parts,
  place: Workplace,
  targets: readonly (readonly Range[])[],
  args: Arguments,
): Promise<string | undefined> {
  const { article, codebook } = place;
  const draft = new StepDraft();
  const source = args.given('source');
  const kind = args.given('kind');
  const ids: string[] = [];
  for (const ranges of targets) {
    const [first] = ranges;
    const known = source === undefined ? undefined : knownSource(codebook.lists.sources, source);
    const said = first && sourceAt(article.text, first.start);
    const exact = first ? article.text.slice(first.start, first.end) : '';
    const fields = withValues({
      type: 'source',
      source: known?.id,
      kind: kind
        ? knownId(codebook.lists.sourceKinds, vscode.l10n.t('kind of source'), kind)
        : known
          ? undefined
          : guessSourceKind(exact),
      reference: args.given('reference'),
      // An address that is marked says itself where the source is.
      url: args.url('url') ?? (said && said.range.start === first.start ? said.url : undefined),
      date: args.date('date'),
    });
    ids.push(annotate(draft, place, ranges, fields));
  }
  const step = draft.step(vscode.l10n.t('Mark source'));
  if (step) await parts.steps.apply(step);
  return ids[0];
}
