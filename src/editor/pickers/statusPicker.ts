import * as vscode from 'vscode';
import { codingStatuses } from '../../model/article';
import type { Article } from '../store/article';
import type { Choice } from './choose';
import { pick } from './pick';
import { plainLabel } from './plainLabel';

type Status = (typeof codingStatuses)[number];

/** Asks how far somebody is with an article. */
export function askStatus(article: Article, creator: string): Promise<Status | undefined> {
  const present = article.coding.find((coding) => coding.creator === creator)?.status;
  const choices = codingStatuses.map((status): Choice<Status> => {
    const [label, what] = statusWords(status);
    const now = status === present ? vscode.l10n.t('{0} · now', what) : what;
    return { label, description: now, value: status };
  });
  return pick<Status>({
    title: vscode.l10n.t('Coding status of {0} for {1}', plainLabel(article.fileName, 60), plainLabel(creator, 40)),
    placeholder: vscode.l10n.t('Status'),
    rows: choices,
    active: choices.find(({ value }) => value === present),
  });
}

/** A status, and what it means. */
export function statusWords(status: Status): readonly [string, string] {
  const { t } = vscode.l10n;
  switch (status) {
    case 'todo':
      return [t('To do'), t('not begun')];
    case 'doing':
      return [t('Doing'), t('begun, not finished')];
    case 'done':
      return [t('Done'), t('read and annotated to the end')];
    case 'irrelevant':
      return [t('Irrelevant'), t('nothing here for this study')];
  }
}
