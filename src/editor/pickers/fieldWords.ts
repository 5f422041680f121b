import * as vscode from 'vscode';
import type { Attribution, Form } from '../../model/annotation';
import type { Role } from '../../model/codebook';
import type { TextProblem } from '../textRules';

/** Names of what fields may hold, for menus. */

export function attributionWords(attribution: Attribution): string {
  const { t } = vscode.l10n;
  switch (attribution) {
    case 'author':
      return t('author’s own');
    case 'reported':
      return t('reported');
    case 'quoted':
      return t('quoted');
    case 'imputed':
      return t('imputed: ascribed by the writer');
  }
}

export function formWords(form: Form): string {
  const { t } = vscode.l10n;
  switch (form) {
    case 'name':
      return t('name');
    case 'nominal':
      return t('description, not a name');
    case 'pronoun':
      return t('pronoun');
  }
}

/** A role by the codebook's name, else by ours, else by its id. */
export function roleWords({ id, name }: Pick<Role, 'id' | 'name'>): string {
  const { t } = vscode.l10n;
  const names: ReadonlyMap<string, string> = new Map([
    ['speaker', t('Speaker')],
    ['holder', t('Holder')],
    ['addressee', t('Addressee')],
    ['source', t('Said in')],
    ['evidence', t('Evidence for it')],
    ['counterevidence', t('Evidence against it')],
    ['within', t('Part of')],
    ['repeats', t('Repeats')],
    ['contradicts', t('Contradicts')],
    ['origin', t('From')],
  ]);
  return name ?? names.get(id) ?? id;
}

/** What is said at a field whose text isn't what it must be. */
export function problemWords(problem: TextProblem): string {
  const { t } = vscode.l10n;
  switch (problem.is) {
    case 'date':
      return t('A date is like 2023-12-18, 2023-12 or 2023.');
    case 'url':
      return t('A web address begins with http:// or https://.');
    case 'color':
      return t('A colour is like #c0392b.');
    case 'integer':
      return t('A whole number, please.');
    case 'atLeast':
      return t('At least {0}.', problem.bound);
    case 'atMost':
      return t('At most {0}.', problem.bound);
  }
}

/** The icon of an annotation type, as menus and the view have it. */
export function typeIcon(type: string): string {
  const icons: ReadonlyMap<string, string> = new Map([
    ['actor', '$(person)'],
    ['claim', '$(comment)'],
    ['source', '$(references)'],
    ['passage', '$(bookmark)'],
  ]);
  return icons.get(type) ?? '$(tag)';
}
