import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { StepDraft } from '../store/stepDraft';
import { givenAttributes } from './claimFields';
import type { Command } from './command';
import { knownTopic } from './names';
import { annotate, withValues, workplaceOf } from './tagging';
import { articleOf, targetsOf } from './target';

export function tagPassageCommand(parts: Parts): Command<string | undefined> {
  return {
    id: 'tagPassage',
    run: async (args) => {
      args?.only('article', 'topic', 'attributes', 'note', 'range', 'ranges');
      const place = await workplaceOf(parts, await articleOf(parts.articles, args));
      const { article, codebook } = place;
      const { askTopic, sentenceAt } = await parts.assist.get();
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
    },
  };
}
