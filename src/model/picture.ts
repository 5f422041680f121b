/** What a picture's panel and its page tell each other, as plain data: what is drawn is typed by the kind of picture, see src/analysis. */

/** What was chosen for a picture, by its settings' names. */
export type Chosen = Readonly<Record<string, string | boolean | readonly string[]>>;

/** One of several things to choose from. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

interface ControlHead {
  /** Of its setting. */
  readonly name: string;
  readonly label: string;
  /** What it does, in few words. */
  readonly about: string;
  /** Whether it is seen at once, or only with all the others. */
  readonly isFirst: boolean;
  /** Why it can't be changed now. */
  readonly off?: string;
}

/** A setting as its page draws it. */
export type Control = ControlHead &
  (
    | { readonly kind: 'choice'; readonly value: string; readonly options: readonly Option[] }
    | { readonly kind: 'flag'; readonly value: boolean }
    | {
        readonly kind: 'text' | 'number' | 'date';
        readonly value: string;
        readonly hint: string;
        /** What may be typed, to choose from. */
        readonly offers?: readonly string[];
      }
    /** Texts VARIABLE=VALUE; `options` are the variables. */
    | { readonly kind: 'pairs'; readonly value: readonly string[]; readonly options: readonly Option[] }
  );

/** A table of what a picture shows. Plain texts and numbers; a number stands as it is said in the person's language. */
export interface TableData {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** An annotation by its article (uri as text) and its id. */
export interface AnnotationPlace {
  readonly article: string;
  readonly annotation: string;
}

export interface TableRow {
  readonly cells: readonly (string | number)[];
  /** What lies behind it: the first cell goes there. */
  readonly key?: string;
  /** Where the first cell goes instead. */
  readonly place?: AnnotationPlace;
}

/** Why there is no picture: what is missing and what to do, at a setting's control where one is to be looked at. */
export interface PictureProblem {
  readonly text: string;
  readonly setting?: string;
}

/** A picture as it is now. */
export interface ShownPicture {
  /** What to keep, so that the same is shown after a reload. */
  readonly chosen: Chosen;
  readonly scope: PictureScope;
  readonly controls: readonly Control[];
  /** Of the kind's own type; absent where there is a problem. */
  readonly data?: unknown;
  readonly problem?: PictureProblem;
  /** The settings in words, and what was counted: each a sentence or two. */
  readonly caption: readonly string[];
  /** The days that another picture gave it; empty where none did. */
  readonly filter: string;
  /** Of a picture that chooses days for the others: which. */
  readonly days?: Days;
}

/** Whole dates, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The article (uri as text) that a picture is of; without one the workspace. */
export interface PictureScope {
  readonly article?: string;
}

/** What is kept while the page is away: when its tab is hidden, or the window is loaded again. */
export interface PictureState {
  readonly chosen: Chosen;
  readonly scope: PictureScope;
  /** Of the page alone: zoom, folds, what was dragged. */
  readonly view: Readonly<Record<string, unknown>>;
}

/** What a page tells its panel. */
export type FromPicture =
  | { readonly type: 'ready' }
  /** The person changed a setting; each change has a number of its own, ascending from 1. Undefined: back to what is usual. */
  | { readonly type: 'set'; readonly change: number; readonly name: string; readonly value: Chosen[string] }
  | { readonly type: 'reset'; readonly change: number }
  /** The claims behind a thing of the picture, as its data calls it. */
  | { readonly type: 'claims'; readonly key: string }
  /** One annotation. */
  | ({ readonly type: 'goTo' } & AnnotationPlace)
  /** A place in an article's text, in UTF-16 code units. */
  | { readonly type: 'place'; readonly article: string; readonly start: number; readonly end: number }
  /** To compute no further. */
  | { readonly type: 'stop' }
  | { readonly type: 'save' | 'copyCommand'; readonly format: string }
  /** A file as the page drew it: an SVG's text, or a PNG's bytes as base64; empty where it couldn't. */
  | { readonly type: 'drawn'; readonly request: number; readonly content: string }
  /** The days that the other pictures are to be about; without them, all. */
  | { readonly type: 'filter'; readonly from?: string; readonly to?: string };

/** What a panel tells its page. */
export type ToPicture =
  | { readonly type: 'words'; readonly words: PictureWords }
  /** `answered`: the number of the last change that this knows of. */
  | ({ readonly type: 'picture'; readonly answered: number } & ShownPicture)
  /** How much of the work on the next picture is done, 0 to 1. */
  | { readonly type: 'working'; readonly share: number }
  | { readonly type: 'draw'; readonly request: number; readonly format: string }
  /** Something to be said, as what was copied. */
  | { readonly type: 'said'; readonly text: string };

/** The words of all pages in the person's language; {0} stands for a name or a number. */
export interface PictureWords {
  readonly title: string;
  readonly formats: readonly Option[];
  readonly texts: Readonly<Record<string, string>>;
}
