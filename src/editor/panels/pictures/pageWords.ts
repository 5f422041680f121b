import * as vscode from 'vscode';
import type { PictureWords } from '../../../model/picture';
import type { Picture } from './picture';

const { t } = vscode.l10n;

/** The words that every picture's page says itself, and those of its kind. */
export function pageWords({ title, formats, words }: Picture): PictureWords {
  return {
    title,
    formats: formats.map(({ id, label }) => ({ id, label })),
    texts: {
      settings: t('Settings'),
      more: t('All settings'),
      reset: t('As usual'),
      save: t('Save…'),
      saveAs: t('As'),
      copy: t('Copy as Command'),
      working: t('Working… {0} %'),
      stop: t('Stop'),
      allDays: t('All days'),
      add: t('Add'),
      addTo: t('Add to “{0}”'),
      remove: t('Remove {0}'),
      variable: t('{0}: of what'),
      value: t('{0}: which'),
      table: t('The same as a table'),
      moreRows: t('{0} more'),
      sortBy: t('Sort by {0}'),
      ...words,
    },
  };
}
