import { quote, quoteAll } from '../../anchoring/quoting';
import type { Annotation, Target } from '../../model/annotation';
import type { Coding, Sidecar } from '../../model/article';
import type { JsonObject } from '../../model/json';
import { encodingName } from './encodingName';
import { isUnsought } from './finding';
import type { ArticleFields, Entry, Spot } from './step';
import type { TextRevision } from './textRevision';

/** What an article holds, as its sidecar is made of it. */
export interface ArticleState {
  readonly fileName: string;
  /** VS Code's name. */
  readonly encoding: string;
  readonly revision: TextRevision;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly fields: ArticleFields;
  readonly exclusions: readonly Spot[];
  readonly codings: readonly Coding[];
  /** Top-level fields that we don't know. */
  readonly unknown: JsonObject;
}

export interface Composed {
  readonly value: Sidecar;
  readonly worthAFile: boolean;
  /** To be called when the value was written. */
  readonly done: () => void;
}

/** The sidecar of an article as it is at the call; its hash is waited for. */
export async function composeSidecar(state: ArticleState): Promise<Composed> {
  // Everything that depends on the text is taken before the first await.
  const { fileName, revision, exclusions, codings } = state;
  const entries = [...state.entries.values()];
  const fresh = freshTargets(revision.text, [...entries.map((entry) => entry.spot), ...exclusions]);
  const foundThen = new Map([...fresh.keys()].map((spot) => [spot, spot.found]));
  const likelyOnes = new Map(exclusions.map((spot) => [spot, likely(spot, revision.text)]));
  const sha256 = await revision.sha256();

  for (const [spot, target] of fresh) fresh.set(spot, await kept(spot, target, sha256));
  const annotations: Annotation[] = [];
  for (const { fields, spot } of entries) {
    const target = fresh.get(spot);
    const seen = target ? sha256 : await spot.seen.sha256();
    annotations.push({ ...fields, target: target ?? spot.seen.target, ...(seen === sha256 ? {} : { text: seen }) });
  }
  const excluded = exclusions.flatMap((spot) => fresh.get(spot) ?? likelyOnes.get(spot) ?? []);
  const encoding = encodingName(state.encoding);
  const { encoding: old, ...known } = state.fields;
  const value: Sidecar = {
    ...state.unknown,
    format: 'policy-annotations',
    version: 1,
    article: {
      ...known,
      file: fileName,
      sha256,
      length: revision.text.length,
      ...(encoding ? { encoding } : {}),
      ...(excluded.length > 0 ? { excluded } : {}),
    },
    ...(codings.length > 0 ? { coding: codings } : {}),
    annotations,
  };
  return {
    value,
    worthAFile: entries.length + excluded.length + codings.length + Object.keys(known).length > 0,
    done: () => {
      for (const [spot, target] of fresh) {
        spot.seen = { target, sha256: () => revision.sha256() };
        if (spot.found === foundThen.get(spot)) spot.found = []; // else it came into doubt meanwhile
      }
    },
  };
}

/** Quotations from the text of every spot that is anchored as a whole. */
function freshTargets(text: string, spots: readonly Spot[]): Map<Spot, readonly Target[]> {
  const anchored = spots.filter(({ place }) => place.ranges.every((range) => range.standing === 'anchored'));
  const all = quoteAll(
    text,
    anchored.flatMap(({ place }) => place.ranges),
  );
  const fresh = new Map<Spot, readonly Target[]>();
  let next = 0;
  for (const spot of anchored) fresh.set(spot, all.slice(next, (next += spot.place.ranges.length)));
  return fresh;
}

/** What was read or written stays to the letter while it stands there in that text; else fields that we don't know stay. */
async function kept(spot: Spot, fresh: readonly Target[], sha256: string): Promise<readonly Target[]> {
  const { target } = spot.seen;
  const isThere = fresh.every(({ start, end }, i) => target[i]?.start === start && target[i].end === end);
  if (isThere && (await spot.seen.sha256()) === sha256) return target;
  return fresh.map((range, i) => ({ ...target[i], ...range }));
}

/** Boilerplate that isn't anchored: what stands where it is likely; what is gone is no boilerplate of this text. What nobody has
 * looked for yet is as it was: what stands there is by chance. */
function likely({ place, seen, found }: Spot, text: string): readonly Target[] {
  if (place.ranges.every(({ standing }) => standing === 'anchored')) return [];
  if (found.some(isUnsought)) return seen.target;
  return place.ranges.flatMap((range, i) =>
    range.start < range.end ? [{ ...seen.target[i], ...quote(text, range) }] : [],
  );
}
