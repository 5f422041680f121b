import type { Attribution } from '../model/annotation';
import type { Range } from '../model/range';

/** What makes an offer: a short word for each rule. */
export type OfferReason =
  'name' | 'new-name' | 'reporting-verb' | 'according-to' | 'quotation' | 'motive' | 'author' | 'reference';

/** An actor that the codebook doesn't have, and that is made together with what names it. */
export interface NewActor {
  readonly name: string;
  /** Where it is clear. */
  readonly kind?: string;
}

/** Something in a text that a person may want to mark, as the annotation that it would become. */
export interface Offer {
  /** The same after edits elsewhere in the text: made of type, words, and a little of what stands around them. */
  readonly key: string;
  readonly type: 'actor' | 'claim' | 'source';
  /** The annotation's target, in UTF-16 code units; at least one range, ascending. */
  readonly ranges: readonly Range[];
  readonly why: OfferReason;
  /** Actor: id of a known one. */
  readonly actor?: string;
  /** Actor: ids of others that the name may mean, too. */
  readonly others?: readonly string[];
  /** Actor: name of one that the codebook doesn't have, the fullest that the article gives. */
  readonly name?: string;
  /** Actor: how often the new one is named in the article. */
  readonly count?: number;
  /** Of the new actor, where that is clear; of the source. */
  readonly kind?: string;
  /** Claim: ids of known actors. */
  readonly speakers?: readonly string[];
  readonly holders?: readonly string[];
  readonly addressees?: readonly string[];
  /** Claim: speakers that the codebook doesn't have. */
  readonly newSpeakers?: readonly NewActor[];
  readonly stance?: 'support' | 'oppose';
  readonly attribution?: Attribution;
  /** Claim: its speech act, an id of the default codebook's. */
  readonly act?: string;
  /** Source: short form of citation. */
  readonly reference?: string;
  readonly url?: string;
  /** Source: id of a known one. */
  readonly source?: string;
}
