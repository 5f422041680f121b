import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** Labels of a concordance's settings and choices. */
export function concordanceLabels(): Readonly<Record<string, string>> {
  return {
    actor: t('Mentions of an actor'),
    search: t('Or a text'),
    regex: t('Regular expression'),
    'whole-words': t('Whole words'),
    'match-case': t('Match case'),
    context: t('Context on either side'),
    'context-unit': t('Context in'),
    'context-unit.characters': t('characters'),
    'context-unit.words': t('words'),
    sort: t('Sorted by'),
    'sort.article': t('article'),
    'sort.keyword': t('keyword'),
    'sort.left': t('left context'),
    'sort.right': t('right context'),
    'include-superseded': t('With superseded mentions'),
  };
}

/** What the page says itself. */
export function concordanceWords(): Readonly<Record<string, string>> {
  return {
    lines: t('Lines'),
    article: t('Article'),
    left: t('Left context'),
    keyword: t('Keyword'),
    right: t('Right context'),
    line: t('Line'),
    keys: t(
      'Arrow keys go from line to line, Enter to the place in the article; L, K, R and A sort by left context, keyword, right context and article.',
    ),
  };
}
