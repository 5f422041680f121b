import { byId } from '../../../model/codebook';
import type { Field, Row, Section } from '../../../model/form';
import type { Json } from '../../../model/json';
import {
  keyOf,
  type ChoiceInput,
  type FieldSpec,
  type Item,
  type SectionSpec,
  type TextInput,
  type Thing,
} from './fields';
import { plainAbout, plainName, plainText } from './plain';
import type { Vocabulary } from './vocabulary';

/** Fields of a section, and rows of a field, that are drawn: a page of thousands keeps VS Code busy for minutes. */
const MOST = 100;

/** The sections of a form as its page draws them; of very many fields or rows the first, and how many more there are; `isOff` says of each whether it can be changed now. */
export function drawn(
  sections: readonly SectionSpec[],
  words: Words,
  isOff: (section: SectionSpec) => boolean,
): readonly Section[] {
  return sections.flatMap((section): Section[] => {
    const facts = (section.facts ?? []).flatMap(([label, value], at): Field[] =>
      value === undefined || value === ''
        ? []
        : [{ kind: 'fact', key: `fact.${at}`, label: plainName(label), value: plainText(value) }],
    );
    const { title, fold, keeper } = section;
    const [first] = section.fields;
    const key = first ? keyOf(section, first) : `${keeper.in}.facts`;
    const all = section.fields.length + facts.length;
    const some = section.fields.slice(0, MOST).flatMap((field) => fieldsOf(section, field, words));
    const fields = [...some, ...facts.slice(0, MOST - Math.min(MOST, section.fields.length)), ...more(key, all, words)];
    return fields.length === 0 ? [] : [{ key, title, isOff: isOff(section), fields, ...(fold ? { fold } : {}) }];
  });
}

type Words = Pick<Vocabulary, 'hint' | 'notShown'>;

/** Says of how many only the first are drawn; nothing where all are. */
function more(key: string, all: number, words: Words): readonly Field[] {
  return all > MOST ? [{ kind: 'fact', key: `${key}.more`, label: '…', value: words.notShown(all - MOST) }] : [];
}

function fieldsOf(section: SectionSpec, field: FieldSpec, words: Words): readonly Field[] {
  const drawnOne = fieldOf(section, field, words);
  return field.input.kind === 'several'
    ? [drawnOne, ...more(drawnOne.key, field.input.items.length, words)]
    : [drawnOne];
}

function fieldOf(section: SectionSpec, field: FieldSpec, words: Words): Field {
  const { input, value } = field;
  const label = plainName(field.label);
  const key = keyOf(section, field);
  switch (input.kind) {
    case 'text': {
      const text = textOf(value);
      const color = input.rule?.is === 'color' && /^#[0-9a-f]{6}$/iu.test(text) ? { color: text } : {};
      const what = input.lines === 'list' ? 'list' : input.rule;
      const hint = what ? words.hint(what) : '';
      return { kind: 'text', key, label, value: text, lines: linesOf(input, text), hint, ...color };
    }
    case 'choice': {
      const thing = value === undefined ? undefined : chosen(input, value);
      const note = thing?.note;
      const about = thing ? plainAbout({ ...(note === undefined ? {} : { description: note }), ...thing }) : {};
      return { kind: 'choice', key, label, value: plainName(thing?.name ?? textOf(value)), about };
    }
    case 'several': {
      return {
        kind: 'several',
        key,
        label,
        rows: input.items.slice(0, MOST).map(rowOf),
        grows: input.options !== undefined,
      };
    }
  }
}

/** The thing that a value stands for; undefined where it is none of those that can be chosen. */
function chosen({ among }: ChoiceInput, value: Json): Thing | undefined {
  return (
    among.find((thing) => (thing.stored ?? thing.id) === value) ??
    (typeof value === 'string' ? byId(among, value) : undefined)
  );
}

function rowOf({ key, name, about, annotation, onBehalfOf }: Item): Row {
  return {
    key,
    name: plainName(name),
    about,
    ...(annotation === undefined ? {} : { annotation }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: plainName(onBehalfOf) }),
  };
}

/** A value as it is typed. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item: Json) => oneLine(textOf(item))).join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** An item of a list as it stands on its line. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/gu, ' ');
}

/** A text that has several lines is shown with them, whatever is expected. */
function linesOf({ lines }: TextInput, text: string): TextInput['lines'] {
  return lines === 'one' && text.includes('\n') ? 'several' : lines;
}
