/** What the Details view shows, as plain data: its panel makes it of an annotation, an article and the codebook, and its
 * page draws it. All texts are plain: the page sets them as text. */

/** What a form is about: an annotation of an article or, without one, the article itself. */
export interface Subject {
  /** The article's uri as text. */
  readonly article: string;
  /** The annotation's id. */
  readonly annotation?: string;
}

/** What a person wants to see of what is at a cursor. */
export interface Wanted {
  readonly subject: Subject;
  /** The cursor's offset: elsewhere it is wanted no more. */
  readonly cursor: number;
}

export interface Form extends Wanted {
  /** What is at the cursor, the innermost annotation first, the article last. */
  readonly here: readonly Here[];
  /** Which of {@link here} the form is about, from 0. */
  readonly shown: number;
  /** The words that are marked; empty where the form is about the article. */
  readonly quotation: string;
  readonly notices: readonly Notice[];
  readonly sections: readonly Section[];
}

/** One of the things at the cursor. */
export interface Here {
  /** What it is and says, on one line. */
  readonly label: string;
  /** Its id; absent of the article. */
  readonly annotation?: string;
}

/** What a person should know before the fields: what to do, or why nothing can be changed. */
export interface Notice {
  readonly text: string;
  readonly isProblem: boolean;
  /** The words of the button that does something about it. */
  readonly action?: { readonly does: Action; readonly label: string };
}

/** What a button of a {@link Notice} does. */
export const actions = ['proposeMetadata', 'openSidecar', 'openCodebook'] as const;
export type Action = (typeof actions)[number];

export interface Section {
  /** Within the form. */
  readonly key: string;
  /** Empty where the fields need no heading. */
  readonly title: string;
  /** Whether it can be folded, and is at first; absent where it can't be. */
  readonly fold?: 'open' | 'closed';
  /** Whether its fields can't be changed now. */
  readonly isOff: boolean;
  readonly fields: readonly Field[];
}

export type Field = TextField | ChoiceField | SeveralField | FactField;

interface Labelled {
  /** Within the form. */
  readonly key: string;
  readonly label: string;
}

/** What is typed. */
export interface TextField extends Labelled {
  readonly kind: 'text';
  readonly value: string;
  /** One line; a text of several; or a list with an item a line. */
  readonly lines: 'one' | 'several' | 'list';
  /** What is to be typed, in an example or a few words; empty where that is clear. */
  readonly hint: string;
  /** A colour to show beside it, `#rrggbb`. */
  readonly color?: string;
}

/** One of several, found by typing. */
export interface ChoiceField extends Labelled {
  readonly kind: 'choice';
  /** The name of what is chosen; empty where nothing is. */
  readonly value: string;
  readonly about: About;
}

/** Any number of several: the links of a role, the members of a collective. */
export interface SeveralField extends Labelled {
  readonly kind: 'several';
  readonly rows: readonly Row[];
  /** Whether more can be added. */
  readonly grows: boolean;
}

export interface Row {
  /** Within the field. */
  readonly key: string;
  readonly name: string;
  /** What else is to be known of it, on one line; may be empty. */
  readonly about: string;
  /** The annotation that it leads to. */
  readonly annotation?: string;
  /** On whose behalf, where that can be said; an empty name where it isn't. */
  readonly onBehalfOf?: string;
}

/** What can only be read. */
export interface FactField extends Labelled {
  readonly kind: 'fact';
  readonly value: string;
}

/** What is known of a thing that is chosen, or may be. */
export interface About {
  readonly description?: string;
  readonly examples?: readonly string[];
}

/** What may be chosen. */
export interface Offer extends About {
  /** Empty for no value. */
  readonly id: string;
  readonly name: string;
  /** In few words, beside the name. */
  readonly detail?: string;
}
