import type { Range } from '../../model/range';
import type { Pieces, Quotation } from './pieces';
import { gone, settled } from './settling';
import type { Placement } from './placement';
import { survival, type Survival } from './surviving';
import { hole } from '../aligning/words';

const blank = 0x20;
/** Units of context on each side that are weighed where they are known. */
const weighed = 100;
/** So near to each other units stand side by side: a blank or a mark of punctuation between. */
const nextTo = 3;

/** Letters of a quotation: fewer make a short one, which stands elsewhere too; of a long one its own are evidence. */
const short = 20;
const long = 40;
/** What share of a quotation must be left to count as the whole; of a name, in which a word more or less tells. */
const most = { name: 0.6, other: 0.5, letters: 12 };
/** Units of context that make a short quotation sure; or this share of all that there are, if there are a few. */
const sureContext = { units: 20, share: 0.8, atLeast: 8 };
/** Units of context that any needs; and on each side to say that nothing stands between. */
const someContext = 10;
const sideContext = 8;
/** Letters that a remnant must have beside its context. */
const remnant = 12;
/** How much smaller the second of two places must be than the first. */
const clearly = 0.7;
/** What share of units may be edited of a short quotation with its context, where it was looked for. */
const fewEdits = 0.37;

/** What is found of a quotation and of what stood around it. */
interface Evidence extends Survival {
  /** Units without blanks of the old text around it that stand where they would: before it, behind it; of how many. */
  readonly before: number;
  readonly behind: number;
  readonly available: number;
  /** Whether what stood before it and what stood behind it still stand next to each other. */
  readonly closed: boolean;
  /** Whether its first letters stand right behind its context, or its last ones right before it. */
  readonly touches: boolean;
}

/**
 * Where a quotation stands by the links of its units and of its context; undefined where they don't tell.
 * @param edits of approximate matching where it was looked for so, by the pattern's units
 */
export function judged(text: string, pieces: Pieces, quotation: Quotation, edits = 0): Placement | undefined {
  const evidence = weigh(pieces, quotation);
  const { size, places, before, behind, available, closed, touches } = evidence;
  const [best, second] = places;
  const share = (best?.count ?? 0) / size;
  const context = before + behind;
  const isSure =
    context >= Math.min(sureContext.units, sureContext.share * available) && available >= sureContext.atLeast;
  const isMost = share >= (size < most.letters ? most.name : most.other);
  const isName = size < most.letters;
  const settle = (sure: boolean): Placement => {
    const found = settled(text, pieces.now, evidence, quotation.target.exact, pieces.expectedAt(quotation));
    if (found.standing === 'orphaned') return found;
    const confidence = found.confidence * (0.8 + (0.2 * context) / Math.max(1, available));
    return sure || found.standing === 'uncertain' ? { ...found, confidence } : doubted(found, confidence / 2);
  };
  if (best && isMost && (!second || second.count < clearly * best.count))
    if (context >= someContext || isSure || size >= long) return settle(size >= short || (isSure && edits <= fewEdits));
  if (closed && before >= sideContext && behind >= sideContext) return settle(!isName || isMost);
  if (best && isSure && pieces.isKnown(quotation.exact)) return settle(!isName || isMost);
  if (best && best.count >= remnant && (touches || context >= sideContext)) return settle(touches);
  return undefined;
}

/** Where neither a quotation nor anything like it is. */
export function missing(text: string, pieces: Pieces, quotation: Quotation): Placement {
  return gone(text, pieces.expectedAt(quotation));
}

/** The same, where a person must say. */
function doubted({ start, end }: Placement, confidence: number): Placement {
  return { start, end, standing: 'uncertain', confidence, candidates: [{ start, end, confidence }] };
}

function weigh(pieces: Pieces, { exact }: Quotation): Evidence {
  const { map, old } = pieces;
  const far = 100 + exact.end - exact.start;
  const found = survival(map, old, exact, pieces.isKnown(exact) ? undefined : far);
  const [best] = found.places;
  const back = contextOf(pieces, exact.start - 1, -1, best, far);
  const on = contextOf(pieces, exact.end, 1, best, far);
  const between = on.nearest - back.nearest;
  const touchesBack =
    best !== undefined &&
    back.units > 0 &&
    best.start - back.nearest <= nextTo &&
    isLinkedNear(map, exact.start, best.start);
  const touchesOn =
    best !== undefined &&
    on.units > 0 &&
    on.nearest - best.end < nextTo &&
    isLinkedNear(map, exact.end - 1, best.end - 1);
  return {
    ...found,
    before: back.units,
    behind: on.units,
    available: back.available + on.available,
    closed: back.units > 0 && on.units > 0 && between > 0 && between < far,
    touches: touchesBack || touchesOn,
  };
}

interface Context {
  readonly units: number;
  readonly available: number;
  /** Where in the new text the one stands that is nearest to the quotation. */
  readonly nearest: number;
}

/** The known units from `from` on in one direction that are linked in that order, outside of the place that was found. */
function contextOf({ map, old }: Pieces, from: number, step: 1 | -1, best: Range | undefined, far: number): Context {
  let [units, available, nearest] = [0, 0, -1];
  let last = best ? (step > 0 ? best.end - 1 : best.start) : -1;
  for (let unit = from, seen = 0; seen < weighed && unit >= 0 && unit < map.length; unit += step, seen += 1) {
    if (old.units[unit] === hole) break;
    if (old.units[unit] === blank) continue;
    available += 1;
    const to = map[unit] ?? -1;
    const away = (to - last) * step;
    if (to < 0 || (last >= 0 && (away <= 0 || away > far))) continue;
    last = to;
    units += 1;
    if (nearest < 0) nearest = to;
  }
  return { units, available, nearest };
}

/** Whether a unit, or one next to it, is linked to this one. */
function isLinkedNear(map: Int32Array, unit: number, to: number): boolean {
  for (let at = unit - nextTo; at <= unit + nextTo; at += 1) if (map[at] === to) return true;
  return false;
}
