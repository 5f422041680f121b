import * as vscode from 'vscode';
import type { ArticleMetadata } from '../../model/article';
import { guessMetadata } from '../../suggest/metadata';
import type { Arguments } from '../commands/arguments';
import type { Article } from '../store/article';
import { dateInput, textInput, urlInput, type FieldInput } from './fieldInputs';
import { askFields, type MenuField } from './fieldMenu';
import { plainLabel } from './plainLabel';

/** Asks for title, author and so on of an article; what it lacks is proposed from the head of its text. */
export function askMetadata(article: Article): Promise<Arguments | undefined> {
  const { t } = vscode.l10n;
  const guesses = guessMetadata(article.text);
  const field = (key: keyof ArticleMetadata, label: string, input: FieldInput = textInput()): MenuField => {
    const value = article.metadata[key];
    return { key, label, value, input, ...(value === undefined ? { guess: guesses[key] } : {}) };
  };
  return askFields(t('About {0}', plainLabel(article.fileName, 60)), [
    field('title', t('Title')),
    field('author', t('Author')),
    field('publisher', t('Publisher')),
    field('section', t('Section')),
    field('date', t('Date'), dateInput()),
    field('url', t('Web address'), urlInput()),
    field('language', t('Language')),
  ]);
}
