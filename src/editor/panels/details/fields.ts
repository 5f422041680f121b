import type { PlacedAnnotation } from '../../../model/annotation';
import type { EffectiveCodebook, ReferredList } from '../../../model/codebook';
import type { About } from '../../../model/form';
import type { Json } from '../../../model/json';
import type { Range } from '../../../model/range';
import type { TextRule } from '../../textRules';
import type { Vocabulary } from './vocabulary';

/** What may be chosen for a field. */
export interface Option extends About {
  readonly id: string;
  readonly name: string;
  /** Further names that it is found by, and is meant by where the whole of one is typed. */
  readonly aliases?: readonly string[];
  readonly formerIds?: readonly string[];
  /** In few words, beside the name. */
  readonly detail?: string;
  /** What a file holds for it; the id where this is absent. */
  readonly stored?: Json;
  /** Whether its name, typed, means something else. */
  readonly isMeantByIdOnly?: boolean;
}

/** What is chosen among: things of the codebook, or words of ours. */
export interface Thing extends About {
  readonly id: string;
  readonly name: string;
  readonly formerIds?: readonly string[];
  readonly note?: string;
  readonly stored?: Json;
}

/** How a field is filled. */
export type Input = TextInput | ChoiceInput | SeveralInput;

export interface TextInput {
  readonly kind: 'text';
  /** `list`: the value is a list of texts, and each line is one of them. */
  readonly lines: 'one' | 'several' | 'list';
  readonly rule?: TextRule;
}

export interface ChoiceInput {
  readonly kind: 'choice';
  /** What may be chosen, as it is kept. */
  readonly among: readonly Thing[];
  /** The same as it is offered, the likeliest first. */
  readonly options: () => readonly Option[];
  /** Whether any other text may be typed too. */
  readonly isOpen?: boolean;
}

/** A list of things that come and go one by one: the links of a role, the members of a collective. */
export interface SeveralInput {
  readonly kind: 'several';
  readonly items: readonly Item[];
  /** What can be added; undefined where nothing can. */
  readonly options?: () => readonly Option[];
  /** On whose behalf an item may act. */
  readonly behalf?: () => readonly Option[];
}

export interface Item {
  readonly key: string;
  /** As a file holds it. */
  readonly value: Json;
  readonly name: string;
  readonly about: string;
  /** The annotation that it leads to. */
  readonly annotation?: string;
  /** Absent where nobody can be named, empty where nobody is. */
  readonly onBehalfOf?: string;
}

export interface FieldSpec {
  /** What it is where it is kept: a field, one of the attributes, or the links of a role; and its name or id there. */
  readonly of: 'field' | 'attribute' | 'link';
  readonly name: string;
  readonly label: string;
  readonly value?: Json | undefined;
  readonly input: Input;
  /** Whether it can't be without a value. */
  readonly isRequired?: boolean;
}

type Named = Pick<FieldSpec, 'name' | 'label' | 'value'>;

export function textField(field: Named, lines: TextInput['lines'] = 'one', rule?: TextRule): FieldSpec {
  return { of: 'field', ...field, input: { kind: 'text', lines, ...(rule ? { rule } : {}) } };
}

/** `offered` where what is offered differs from `among` in order or detail. */
export function choiceField(field: Named, among: readonly Thing[], offered?: () => readonly Option[]): FieldSpec {
  return { of: 'field', ...field, input: { kind: 'choice', among, options: offered ?? (() => among) } };
}

/** A choice that takes any other text too. */
export function open(field: FieldSpec): FieldSpec {
  return field.input.kind === 'choice' ? { ...field, input: { ...field.input, isOpen: true } } : field;
}

export function required(field: FieldSpec): FieldSpec {
  return { ...field, isRequired: true };
}

/** Where the fields of a section are kept. */
export type Keeper =
  | { readonly in: 'annotation'; readonly id: string }
  | { readonly in: 'article' }
  /** How far one person is with the article. */
  | { readonly in: 'coding'; readonly status: string | undefined }
  | { readonly in: 'codebook'; readonly list: ReferredList; readonly id: string };

export interface SectionSpec {
  readonly title: string;
  readonly fold?: 'open' | 'closed';
  readonly keeper: Keeper;
  readonly fields: readonly FieldSpec[];
  readonly facts?: readonly Fact[];
}

/** What can only be read: a label and, where there is one, a value. */
export type Fact = readonly [label: string, value: string | undefined];

/** What the fields of a form are made with. */
export interface Context {
  readonly words: Vocabulary;
  readonly lists: EffectiveCodebook;
  /** The article's, in the order of its text. */
  readonly annotations: readonly PlacedAnnotation[];
  /** Where an annotation is taken to be. */
  readonly rangesOf: (annotation: PlacedAnnotation) => readonly Range[];
}

/** A field's key within its form; a thing of the codebook may have fields that its annotation has too. */
export function keyOf({ keeper }: Pick<SectionSpec, 'keeper'>, { of, name }: Pick<FieldSpec, 'of' | 'name'>): string {
  return `${keeper.in === 'codebook' ? keeper.list : keeper.in}.${of}.${name}`;
}

export interface FoundField {
  readonly section: SectionSpec;
  readonly field: FieldSpec;
}

/** The field with a key; undefined where the form has none by now. */
export function fieldOf(sections: readonly SectionSpec[], key: string): FoundField | undefined {
  for (const section of sections) {
    const field = section.fields.find((one) => keyOf(section, one) === key);
    if (field) return { section, field };
  }
  return undefined;
}
