import * as vscode from 'vscode';
import type { Json } from '../../model/json';
import { textProblem, type TextRule } from '../textRules';
import type { Choice } from './choose';
import { problemWords } from './fieldWords';
import { pick } from './pick';
import { plainLabel } from './plainLabel';

/** How the value of a field is shown and asked for. */
export interface FieldInput {
  /** In words, on one line; may be text from a file. */
  readonly shown: (value: Json) => string;
  /** The new value; null where it is to be removed, undefined where the person gave up. */
  readonly ask: (title: string, value: Json | undefined) => Promise<Json | undefined>;
}

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
}

export interface TextRules {
  /** What is wrong with a text that isn't blank; undefined where nothing is. */
  readonly problem?: (text: string) => string | undefined;
  readonly print?: (value: Json) => string;
  readonly parse?: (text: string) => Json;
}

/** A text; an empty one removes the field. */
export function textInput({ problem, print = String, parse = (text) => text }: TextRules = {}): FieldInput {
  return {
    shown: print,
    ask: async (title, value) => {
      const line = value === undefined ? '' : print(value).replace(/\s+/gu, ' ');
      const typed = await vscode.window.showInputBox({
        title,
        value: line,
        prompt: value === undefined ? '' : vscode.l10n.t('Leave it empty to remove what is there.'),
        validateInput: (text) => (text.trim() === '' ? undefined : problem?.(text.trim())),
      });
      // The box has one line: what has several and wasn't touched stays as it is.
      if (typed === undefined || typed === line) return typed === undefined ? undefined : (value ?? null);
      return typed.trim() === '' ? null : parse(typed.trim());
    },
  };
}

export function dateInput(): FieldInput {
  return textInput({ problem: ruled({ is: 'date' }) });
}

export function urlInput(): FieldInput {
  return textInput({ problem: ruled({ is: 'url' }) });
}

export function integerInput(min = -Infinity, max = Infinity): FieldInput {
  return textInput({ problem: ruled({ is: 'integer', min, max }), parse: Number });
}

function ruled(rule: TextRule): (text: string) => string | undefined {
  return (text) => {
    const problem = textProblem(rule, text);
    return problem && problemWords(problem);
  };
}

/** Texts between semicolons. */
export function listInput(): FieldInput {
  return textInput({
    print: (value) => (Array.isArray(value) ? value.map(String).join('; ') : String(value)),
    parse: (text) =>
      text
        .split(';')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
  });
}

/** One of several; `required` where the field can't be without a value. */
export function choiceInput(options: readonly Option[], required = false): FieldInput {
  return {
    shown: (value) => nameOf(options, value),
    ask: (title, value) => {
      const choices = options.map((option): Choice<Json> => ({ ...item(option), value: option.id }));
      const none: Choice<Json> = { label: vscode.l10n.t('No value'), value: null };
      return pick<Json>({
        title,
        placeholder: options.length > 0 ? vscode.l10n.t('Value') : vscode.l10n.t('The codebook has none yet'),
        rows: required ? choices : [none, ...choices],
        active: choices.find((choice) => choice.value === value),
      });
    },
  };
}

export function booleanInput(): FieldInput {
  const yes = { id: 'yes', name: vscode.l10n.t('Yes') };
  const no = { id: 'no', name: vscode.l10n.t('No') };
  const input = choiceInput([yes, no]);
  const asId = (value: Json | undefined): string => (value === true ? 'yes' : 'no');
  return {
    shown: (value) => input.shown(asId(value)),
    ask: async (title, value) => {
      const chosen = await input.ask(title, value === undefined ? undefined : asId(value));
      return typeof chosen === 'string' ? chosen === 'yes' : chosen;
    },
  };
}

/** Any number of several, as a list of ids; none removes the field. */
export function severalInput(options: readonly Option[]): FieldInput {
  const ids = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
  return {
    shown: (value) =>
      ids(value)
        .map((id) => nameOf(options, id))
        .join(', '),
    ask: async (title, value) => {
      const chosen = await vscode.window.showQuickPick(
        options.map((option) => ({ ...item(option), id: option.id, picked: ids(value).includes(option.id) })),
        { title, canPickMany: true, matchOnDescription: true, placeHolder: vscode.l10n.t('Tick those that are meant') },
      );
      if (!chosen) return undefined;
      return chosen.length > 0 ? chosen.map(({ id }) => id) : null;
    },
  };
}

function item({ name, description }: Option): vscode.QuickPickItem {
  return { label: plainLabel(name), ...(description ? { description: plainLabel(description, 80) } : {}) };
}

function nameOf(options: readonly Option[], value: Json): string {
  return options.find(({ id }) => id === value)?.name ?? String(value);
}
