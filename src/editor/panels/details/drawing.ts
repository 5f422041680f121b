import { byId } from '../../../model/codebook';
import type { About, Field, Section } from '../../../model/form';
import type { Json } from '../../../model/json';
import { keyOf, type ChoiceInput, type FieldSpec, type SectionSpec, type TextInput, type Thing } from './fields';
import type { Vocabulary } from './vocabulary';

/** The sections of a form as its page draws them; `isOff` says of each whether it can be changed now. */
export function drawn(
  sections: readonly SectionSpec[],
  words: Pick<Vocabulary, 'hint'>,
  isOff: (section: SectionSpec) => boolean,
): readonly Section[] {
  return sections.flatMap((section): Section[] => {
    const facts = (section.facts ?? []).flatMap(([label, value]): Field[] =>
      value === undefined || value === '' ? [] : [{ kind: 'fact', key: `fact.${label}`, label, value }],
    );
    const fields = [...section.fields.map((field) => fieldOf(section, field, words)), ...facts];
    if (fields.length === 0) return [];
    const { title, fold, keeper } = section;
    const [first] = section.fields;
    const key = first ? keyOf(section, first) : `${keeper.in}.facts`;
    return [{ key, title, isOff: isOff(section), fields, ...(fold ? { fold } : {}) }];
  });
}

function fieldOf(section: SectionSpec, field: FieldSpec, words: Pick<Vocabulary, 'hint'>): Field {
  const { input, label, value } = field;
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
      return { kind: 'choice', key, label, value: thing?.name ?? textOf(value), about: aboutOf(thing) };
    }
    case 'several': {
      const rows = input.items.map(({ value: _, ...row }) => row);
      return { kind: 'several', key, label, rows, grows: input.options !== undefined };
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

function aboutOf(thing: Thing | undefined): About {
  const description = thing?.description ?? thing?.note;
  return {
    ...(description === undefined ? {} : { description }),
    ...(thing?.examples === undefined ? {} : { examples: thing.examples }),
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
