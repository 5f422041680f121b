import * as vscode from 'vscode';
import type { Topic } from '../../model/codebook';
import { fitting } from '../../suggest/matching';
import { Arguments } from '../commands/arguments';
import type { CodebookFile } from '../store/codebookFile';
import { choose, type Choice } from './choose';
import { plainLabel } from './plainLabel';

/** Asks for a topic of the codebook, or none. */
export async function askTopic(codebook: CodebookFile, title: string): Promise<Arguments | undefined> {
  const { topics } = codebook.lists;
  const none: Choice<Arguments> = { label: vscode.l10n.t('No topic'), value: new Arguments({}) };
  const choice = (topic: Topic): Choice<Arguments> => ({
    label: plainLabel(topic.name),
    ...(topic.description === undefined ? {} : { description: plainLabel(topic.description, 80) }),
    value: new Arguments({ topic: topic.id }),
  });
  return choose<Arguments>({
    title,
    placeholder: vscode.l10n.t('Topic of the codebook'),
    choices: (typed) => {
      const found = fitting(typed, topics, ({ name }) => [name]).map(choice);
      return typed === '' ? [none, ...found] : found;
    },
  });
}
