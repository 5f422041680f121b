import type { Range } from '../../model/range';
import type { Losses } from '../losses';
import { freeId } from '../reading/annotations';
import type { Relation, Span } from './spanDocument';

/** A range of a span, as tools know it that have one range an annotation: a target of several becomes as many pieces, which have the
 * span's id in common, and say which part they are ("1/2"). */
export interface Piece extends Range {
  /** The span's. */
  readonly id: string;
  /** Only where there are several. */
  readonly part: string | undefined;
  readonly isFirst: boolean;
}

export function piecesOf({ id, ranges }: Span): Piece[] {
  return ranges.map(({ start, end }, n) => {
    const part = ranges.length > 1 ? `${n + 1}/${ranges.length}` : undefined;
    return { id, start, end, part, isFirst: n === 0 };
  });
}

/** A piece as a file has it. */
export interface ReadPiece {
  /** What the file knows it by: once in its document. */
  readonly key: string;
  /** Our id of its span, where the file tells it. */
  readonly id: string | undefined;
  readonly part: string | undefined;
  readonly type: string;
  readonly range: Range;
  readonly exact: string | undefined;
  readonly features: ReadonlyMap<string, string>;
}

interface Growing {
  readonly id: string;
  readonly isOurs: boolean;
  readonly type: string;
  readonly pieces: Pick<ReadPiece, 'range' | 'exact'>[];
  readonly parts: Set<string>;
  readonly features: Map<string, string>;
}

/** Makes spans and relations of the pieces of a document. */
export class PieceReader {
  readonly #spans = new Map<string, Growing>();
  readonly #spanOf = new Map<string, string>();
  readonly #relations: Relation[] = [];

  constructor(readonly losses: Losses) {}

  /** Pieces with one id of ours are one span; a second one of the same part is a copy that was made in the tool: a span of its own. */
  add({ key, id, part = '', type, range, exact, features }: ReadPiece): void {
    const known = id === undefined || id === '' ? undefined : this.#spans.get(id);
    if (known?.isOurs === true && known.type === type && part !== '' && !known.parts.has(part)) {
      known.pieces.push({ range, exact });
      known.parts.add(part);
      for (const [name, value] of features) if (!known.features.has(name)) known.features.set(name, value);
      this.#spanOf.set(key, known.id);
      return;
    }
    const isOurs = id !== undefined && id !== '' && !known;
    const spanId = isOurs ? id : freeId(this.#spans, key);
    this.#spanOf.set(key, spanId);
    this.#spans.set(spanId, {
      ...{ id: spanId, isOurs, type, pieces: [{ range, exact }] },
      ...{ parts: new Set([part]), features: new Map(features) },
    });
  }

  /** Adds to what a piece says. */
  say(key: string, name: string, value: string): void {
    const features = this.#spans.get(this.#spanOf.get(key) ?? '')?.features;
    if (!features) this.losses.add('answers about what isn’t there');
    else if (features.has(name)) this.losses.add('further values of an attribute');
    else features.set(name, value);
  }

  /** To be called when all pieces are known. */
  relate(type: string, from: string, to: string, features: ReadonlyMap<string, string>): void {
    const [start, end] = [this.#spanOf.get(from), this.#spanOf.get(to)];
    if (start === undefined || end === undefined) this.losses.add('relations of what isn’t there');
    else this.#relations.push({ type, from: start, to: end, features });
  }

  spans(): Span[] {
    return [...this.#spans.values()].map(({ id, isOurs, type, pieces, features }): Span => {
      const sorted = pieces.sort((a, b) => a.range.start - b.range.start);
      const exact = sorted.flatMap((piece) => piece.exact ?? []);
      return {
        ...{ id, ...(isOurs ? { isOurs } : {}), type, features },
        ...{ ranges: sorted.map(({ range }) => range), ...(exact.length === sorted.length ? { exact } : {}) },
      };
    });
  }

  relations(): readonly Relation[] {
    return this.#relations;
  }
}
