import type { ImportedInfo } from '../imported';
import type { Range } from '../../model/range';

/** A marked stretch as annotation tools know it: a label, places, and named values. */
export interface Span {
  /** Once in its document. */
  readonly id: string;
  /** Whether `id` is one of ours, which the format carries. */
  readonly isOurs?: boolean;
  /** The label: one of our types, or another tool's. */
  readonly type: string;
  /** At least one, ascending; UTF-16 code units of the document's text, end exclusive. */
  readonly ranges: readonly Range[];
  /** By name, in an order that stays; see features.ts for ours. */
  readonly features: ReadonlyMap<string, string>;
  /** The quotations where a format has them, one a range; only for reading. */
  readonly exact?: readonly string[];
}

/** An arrow between two spans of a document. */
export interface Relation {
  /** A link's role. */
  readonly type: string;
  /** Ids of spans. */
  readonly from: string;
  readonly to: string;
  readonly features: ReadonlyMap<string, string>;
}

/** A text with its spans: what brat, INCEpTION, doccano, Label Studio, spaCy and CoNLL have in common. */
export interface SpanDocument {
  /** What a format knows the document by. */
  readonly key: string;
  /** Relative, with `/`. */
  readonly path: string;
  /** LF text. */
  readonly text: string;
  readonly info?: ImportedInfo;
  readonly spans: readonly Span[];
  readonly relations: readonly Relation[];
}
