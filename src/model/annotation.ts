import type { Json } from './json';
import type { Range } from './range';

/** The types that we know; a sidecar may hold others, which are kept and shown neutrally. */
export const annotationTypes = ['actor', 'claim', 'source', 'passage'] as const;

/** One range of an annotation's target, by position and by quotation (W3C TextPositionSelector, TextQuoteSelector). */
export interface Target extends Range {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** From a claim or a source to an actor, to another annotation of the same sidecar, or to a source of the codebook. */
export interface Link {
  readonly role: string;
  readonly actor?: string;
  readonly annotation?: string;
  readonly source?: string;
  /** The actor on whose behalf: a minister `for` a government. */
  readonly for?: string;
}

export const forms = ['name', 'nominal', 'pronoun'] as const;
export type Form = (typeof forms)[number];

export const attributions = ['author', 'reported', 'quoted', 'imputed'] as const;
export type Attribution = (typeof attributions)[number];

/** One marked thing, as a sidecar holds it. Objects of a file may carry further fields; they are kept. */
export interface Annotation {
  readonly id: string;
  /** One of {@link annotationTypes}, or a type that we don't know. */
  readonly type: string;
  /** At least one range, ascending. */
  readonly target: readonly Target[];
  /** sha256 of the text that `target` refers to, only where that isn't the article's. */
  readonly text?: string;
  readonly actor?: string;
  readonly form?: string;
  readonly topic?: string;
  readonly stance?: string;
  readonly attribution?: string;
  readonly summary?: string;
  readonly source?: string;
  readonly kind?: string;
  readonly reference?: string;
  readonly url?: string;
  /** May be partial: "2022-07", "2022". */
  readonly date?: string;
  readonly links?: readonly Link[];
  readonly attributes?: Attributes;
  readonly note?: string;
  readonly supersedes?: readonly string[];
  /** A person said that its text is gone: it isn't looked for again. Stands after the contract's fields in a file. */
  readonly orphaned?: boolean;
  readonly creator?: string;
  /** ISO 8601 in UTC, whole seconds. */
  readonly created?: string;
  readonly modified?: string;
}

/** Values by the id of an attribute of the codebook. */
export interface Attributes {
  readonly [id: string]: Json | undefined;
}

/** The value of an attribute; what objects inherit ("constructor") is none. */
export function valueOf(attributes: Attributes | undefined, id: string): Json | undefined {
  return attributes && Object.hasOwn(attributes, id) ? attributes[id] : undefined;
}

/** How sure a range's place is: *anchored*, *uncertain* (a person must say), *orphaned* (its text is gone). */
export type Standing = 'anchored' | 'uncertain' | 'orphaned';

/** A likely place of a range that is uncertain. */
export interface Candidate extends Range {
  /** How likely: 0 to 1. */
  readonly confidence: number;
}

export interface PlacedTarget extends Target {
  readonly standing: Standing;
  /** How sure the place is, 0 to 1, where it was found again in a changed text; absent where it was never in doubt. */
  readonly confidence?: number;
  /** Where the range is uncertain: up to five likely places in the text as it is now, best first. */
  readonly candidates?: readonly Candidate[];
}

/** An annotation with its current positions. Where the standing is `anchored`, `exact` is the text between `start` and
 * `end` now; else the target is as it was last seen, and its offsets belong to the text `text`. */
export interface PlacedAnnotation extends Omit<Annotation, 'target'> {
  readonly target: readonly PlacedTarget[];
  /** The worst of its ranges'. */
  readonly standing: Standing;
}

const order: readonly Standing[] = ['anchored', 'uncertain', 'orphaned'];

/** The worst standing of a list; `anchored` for an empty one. */
export function worstStanding(standings: Iterable<Standing>): Standing {
  let worst = 0;
  for (const standing of standings) worst = Math.max(worst, order.indexOf(standing));
  return order[worst] ?? 'anchored';
}

/** Whether a person must say where the annotation belongs: one that is kept as an orphan is decided on. */
export function needsAttention({ standing, orphaned }: Pick<PlacedAnnotation, 'standing' | 'orphaned'>): boolean {
  return standing !== 'anchored' && orphaned !== true;
}

/** Whether a person said that the annotation's text is gone. */
export function isKeptOrphan({ standing, orphaned }: Pick<PlacedAnnotation, 'standing' | 'orphaned'>): boolean {
  return standing !== 'anchored' && orphaned === true;
}
