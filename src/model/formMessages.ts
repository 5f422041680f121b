import type { Action, Form, Offer, Subject, Wanted } from './form';

/** What goes between the page of the Details view and its panel. */

/** A field of a form; with `row`, on whose behalf that row's actor acts. */
export interface Spot {
  readonly subject: Subject;
  readonly field: string;
  readonly row?: string;
}

/** What the page tells its panel. */
export type FromPage =
  /** It can show something now; `wanted` is what it showed before the window was loaded again. */
  | { readonly type: 'ready'; readonly wanted?: Wanted }
  /** The person wants to see another thing of those at the cursor. */
  | { readonly type: 'show'; readonly subject: Subject }
  /** What fits what was typed? */
  | ({ readonly type: 'ask'; readonly request: number; readonly typed: string } & Spot)
  | Change
  | { readonly type: 'goTo'; readonly subject: Subject; readonly annotation?: string }
  | { readonly type: 'act'; readonly subject: Subject; readonly does: Action }
  | { readonly type: 'undo' | 'redo'; readonly subject: Subject }
  /** Back to the article. */
  | { readonly type: 'leave' };

/** The person changed a field: set it to a text or the id of an offer (empty removes the value), added an offer, or removed a row. */
export interface Change extends Spot {
  readonly type: 'change';
  /** Each has a number of its own, ascending from 1. */
  readonly change: number;
  readonly how: 'set' | 'add' | 'remove';
  /** The text, the offer's id, or the row's key. */
  readonly value: string;
}

/** What the panel tells its page. */
export type ToPage =
  | { readonly type: 'words'; readonly words: PageWords }
  /** `answered`: the number of the last change that this form knows of. */
  | { readonly type: 'form'; readonly form: Form; readonly answered: number }
  /** There is nothing to show; the text says what to do. */
  | { readonly type: 'nothing'; readonly text: string }
  | { readonly type: 'offers'; readonly request: number; readonly offers: readonly Offer[]; readonly more: number }
  /** A change was refused; nothing was changed. */
  | { readonly type: 'refused'; readonly change: number; readonly why: string };

/** The page's own words in the person's language; {0} stands for a name or a number. */
export interface PageWords {
  readonly form: string;
  readonly shown: string;
  readonly goTo: string;
  readonly add: string;
  readonly addTo: string;
  readonly remove: string;
  readonly behalf: string;
  readonly behalfOf: string;
  readonly onBehalfOf: string;
  readonly examples: string;
  readonly nothingFits: string;
  readonly more: string;
  readonly offered: string;
}
