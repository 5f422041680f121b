import * as vscode from 'vscode';
import { SettingsError } from '../../../analysis/settings';
import { parseVariable } from '../../../analysis/variables';
import { byId, type EffectiveCodebook } from '../../../model/codebook';
import { plainLine } from '../../../model/plainLine';
import { roleWords } from '../../pickers/fieldWords';
import { UserError } from '../../userError';
import type { ControlWords } from './controls';

const { t } = vscode.l10n;

const LONGEST = 60;

/** A setting that can't be is told like everything that a person can mend. */
export function asUserError(error: unknown): unknown {
  return error instanceof SettingsError ? new UserError(error.message) : error;
}

/** The words of settings, with the names that the codebooks have.
 * @param own labels of settings and, under `SETTING.CHOICE`, of choices that only one kind of picture has */
export function controlWords(
  codebooks: readonly EffectiveCodebook[],
  own: Readonly<Record<string, string>>,
): ControlWords {
  const settings: ReadonlyMap<string, string> = new Map(Object.entries({ ...sharedSettings(), ...own }));
  return {
    setting: (name) => settings.get(name) ?? name,
    about: ({ about }) => t(about),
    choice: (name, choice) => settings.get(`${name}.${choice}`) ?? choice,
    variable: (variable) => variableWords(variable, codebooks),
    dateHint: t('such as 2023-12'),
    yes: t('Yes'),
  };
}

/** Of the settings that say which claims are meant, see `claimSettings`. */
function sharedSettings(): Readonly<Record<string, string>> {
  return {
    from: t('From'),
    to: t('To'),
    exclude: t('Leave out'),
    only: t('Only'),
    'include-imputed': t('With imputed positions'),
    'include-superseded': t('With superseded claims'),
    'include-excluded': t('With excluded text'),
    'include-irrelevant': t('With irrelevant articles'),
    'expand-members': t('Members instead of collectives'),
    'speaker-for': t('Speaking for another'),
    'speaker-for.person': t('the person'),
    'speaker-for.organization': t('the organization'),
    'speaker-for.both': t('both'),
  };
}

/** A variable as people call it. */
export function variableWords(variable: string, codebooks: readonly EffectiveCodebook[]): string {
  const parsed = parseVariable(variable);
  if (!parsed) return variable;
  const { of } = parsed;
  const attribute = (): string => named(codebooks, 'attributes', of) ?? of;
  const role = (): string => roleWords({ id: of, ...nameOf(named(codebooks, 'roles', of)) });
  const line = (text: string): string => plainLine(text, LONGEST);
  switch (parsed.word) {
    case 'position':
      return t('Position (holder or speaker)');
    case 'speaker':
      return t('Speaker');
    case 'speaker.for':
      return t('Speaker, or whom they speak for');
    case 'holder':
      return t('Holder');
    case 'addressee':
      return t('Addressee');
    case 'role:':
      return line(role());
    case 'topic':
      return t('Topic');
    case 'topic:':
      return t('Topic, level {0}', of);
    case 'stance':
      return t('Stance');
    case 'attribution':
      return t('Attribution');
    case 'attribute:':
      return line(attribute());
    case 'source':
      return t('Source');
    case 'actor.kind':
      return t('Kind of actor');
    case 'actor.parent':
      return t('What the actor is part of');
    case 'actor.attribute:':
      return line(t('Actor: {0}', attribute()));
    case 'article':
      return t('Article');
    case 'article.author':
      return t('Author of the article');
    case 'article.publisher':
      return t('Publisher');
    case 'article.section':
      return t('Section');
    case 'article.attribute:':
      return line(t('Article: {0}', attribute()));
    case 'creator':
      return t('Who annotated');
  }
}

function named(codebooks: readonly EffectiveCodebook[], list: 'attributes' | 'roles', id: string): string | undefined {
  for (const codebook of codebooks) {
    const found = byId<{ readonly id: string; readonly name?: string }>(codebook[list], id);
    if (found) return found.name;
  }
  return undefined;
}

function nameOf(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}
