import * as vscode from 'vscode';
import { sentenceAt } from '../../suggest/sentences';
import type { Parts } from '../parts';
import { askTopic } from '../pickers/topicPicker';
import { StepDraft } from '../store/stepDraft';
import type { Arguments } from './arguments';
import { givenAttributes } from './claimFields';
import { knownTopic } from './names';
import { annotate, workplaceOf } from './tagging';
import { withValues } from './withValues';
import { articleOf, targetsOf } from './target';

/** Marks the targets, asking what they are about where there are no arguments; gives the first annotation's id. */
export async function tagPassage(parts: Parts, args: Arguments | undefined): Promise<string | undefined> {
  args?.only('article', 'topic', 'attributes', 'note', 'range', 'ranges');
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const { article, codebook } = place;
  const targets = targetsOf(article, args, (offset) => sentenceAt(article.text, offset));
  const chosen = args ?? (await askTopic(codebook, vscode.l10n.t('What is this passage about?')));
  if (!chosen) return undefined;
  const topic = chosen.given('topic');
  const attributes = chosen.attributes('attributes');
  const fields = withValues({
    type: 'passage',
    topic: topic && knownTopic(codebook.lists.topics, topic).id,
    attributes: attributes && givenAttributes(attributes, 'passage', codebook),
    note: chosen.given('note'),
  });
  const draft = new StepDraft();
  const ids: string[] = [];
  for (const ranges of targets) ids.push(annotate(draft, place, ranges, fields));
  const step = draft.step(vscode.l10n.t('Mark passage'));
  if (step) await parts.steps.apply(step);
  return ids[0];
}
