import type { SettingSpec } from '../../../analysis/settings';
import type { Chosen, Control, Option } from '../../../model/picture';
import type { Picture } from './picture';

/** The words of controls in the person's language: what makes them knows no VS Code. */
export interface ControlWords {
  setting(name: string): string;
  about(spec: SettingSpec): string;
  choice(name: string, choice: string): string;
  variable(variable: string): string;
  /** Of dates. */
  readonly dateHint: string;
  readonly yes: string;
}

/** What controls are made of. */
export interface ControlSource {
  readonly settings: readonly SettingSpec[];
  readonly first: readonly string[];
  readonly chosen: Chosen;
  /** The variables that the codebooks have, as `parseVariable` reads them. */
  readonly variables: readonly string[];
  readonly words: ControlWords;
  /** By name, why a setting can't be changed. */
  readonly off: Readonly<Record<string, string>>;
  /** By name, what may be typed. */
  readonly offers: Readonly<Record<string, readonly string[]>>;
}

/** The controls of a picture, one a setting, in their order. */
export function controlsOf(source: ControlSource): readonly Control[] {
  const { settings, first, chosen, words, off, offers } = source;
  return settings.map((spec): Control => {
    const { name } = spec;
    const why = off[name];
    const head = {
      name,
      label: words.setting(name),
      about: words.about(spec),
      isFirst: first.includes(name),
      ...(why === undefined ? {} : { off: why }),
    };
    const value = chosen[name] ?? spec.usual;
    const text = typeof value === 'string' ? value : '';
    switch (spec.takes) {
      case 'choice': {
        const options = (spec.choices ?? []).map((id) => ({ id, label: words.choice(name, id) }));
        return { ...head, kind: 'choice', value: text, options };
      }
      case 'variable':
        return { ...head, kind: 'choice', value: text, options: variableOptions(source, text) };
      case 'flag':
        return { ...head, kind: 'flag', value: value === true };
      case 'pairs':
        return {
          ...{ ...head, kind: 'pairs', options: variableOptions(source, '') },
          value: typeof value === 'object' ? value : text === '' ? [] : [text],
        };
      case 'date':
        return { ...head, kind: 'date', value: text, hint: words.dateHint };
      default: {
        const offered = offers[name];
        return { ...head, kind: spec.takes, value: text, hint: '', ...(offered ? { offers: offered } : {}) };
      }
    }
  });
}

/** With the one that is chosen, though no codebook has it any more. */
function variableOptions({ variables, words }: ControlSource, chosen: string): readonly Option[] {
  const all = chosen === '' || variables.includes(chosen) ? variables : [...variables, chosen];
  return all.map((id) => ({ id, label: words.variable(id) }));
}

/** What is chosen, in words: every choice but that of nothing, and what else isn't as usual. */
export function settingsInWords(
  settings: readonly SettingSpec[],
  controls: readonly Control[],
  { yes }: Pick<ControlWords, 'yes'>,
): string {
  const usual = new Map(settings.map((spec) => [spec.name, spec.usual]));
  const said = controls.flatMap((control) => {
    const { label, name } = control;
    const isUsual = control.value === usual.get(name);
    if (isUsual && (control.kind !== 'choice' || control.value === 'no')) return [];
    switch (control.kind) {
      case 'choice':
        return `${label}: ${labelOf(control.options, control.value)}`;
      case 'flag':
        return control.value ? `${label}: ${yes}` : [];
      case 'pairs':
        return control.value.map((pair) => `${label}: ${pairInWords(control.options, pair)}`);
      default:
        return control.value === '' ? [] : `${label}: ${control.value}`;
    }
  });
  return said.join(' · ');
}

function labelOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id;
}

function pairInWords(options: readonly Option[], pair: string): string {
  const at = pair.indexOf('=');
  return at < 0 ? pair : `${labelOf(options, pair.slice(0, at))} = ${pair.slice(at + 1)}`;
}

/** What is chosen with one setting changed; a value that is usual goes, so that it needn't be said. */
export function withChoice(
  { settings, instead }: Pick<Picture, 'settings' | 'instead'>,
  chosen: Chosen,
  name: string,
  value: Chosen[string],
): Chosen {
  const spec = settings.find((one) => one.name === name);
  if (!spec || !fits(spec, value)) return chosen;
  const gone = [name, ...((value !== '' && instead?.[name]) || [])];
  const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => !gone.includes(other)));
  const isUsual =
    value === false || value === spec.usual || (value === '' && spec.usual === undefined) || isEmpty(value);
  return isUsual ? others : { ...others, [name]: value };
}

function isEmpty(value: Chosen[string]): boolean {
  return typeof value === 'object' && value.length === 0;
}

function fits({ takes }: SettingSpec, value: Chosen[string]): boolean {
  if (takes === 'flag') return typeof value === 'boolean';
  return takes === 'pairs' ? typeof value === 'object' : typeof value === 'string';
}
