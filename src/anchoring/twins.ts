/** A stretch of a text, with offsets at which one like it may stand: it begins `lead` units before such an offset. */
export interface Stretch {
  /** In UTF-16 code units, as all here. */
  readonly from: number;
  readonly length: number;
  readonly lead: number;
  readonly places: readonly number[];
}

/** Up to here looking at each place is quickest. */
const FEW = 16;

/**
 * Of each stretch, whether it stands at another of its places too. Stretches that have their list of places, their lead
 * and their length in common are looked up together, by a hash of each place: in a text of many like lines, where each of
 * very many stretches has very many places, comparing them one by one would take their product.
 */
export function haveTwins(text: string, stretches: readonly Stretch[]): boolean[] {
  const batches = new Map<readonly number[], Map<string, Stretch[]>>();
  for (const stretch of stretches) {
    if (stretch.places.length <= FEW) continue;
    const byForm = batches.get(stretch.places) ?? new Map<string, Stretch[]>();
    batches.set(stretch.places, byForm);
    const form = `${stretch.lead} ${stretch.length}`;
    const alike = byForm.get(form);
    if (alike) alike.push(stretch);
    else byForm.set(form, [stretch]);
  }
  const twins = new Set<Stretch>();
  const hashes = batches.size > 0 ? new Hashes(text) : undefined;
  for (const [places, byForm] of batches) {
    for (const alike of byForm.values()) {
      const [first] = alike;
      if (!first || !hashes) continue;
      const { lead, length } = first;
      const byHash = hashes.startsByHash(places, lead, length);
      for (const stretch of alike) {
        const starts = byHash.get(hashes.of(stretch.from, length)) ?? [];
        if (stands(text, stretch, starts)) twins.add(stretch);
      }
    }
  }
  return stretches.map((stretch) =>
    stretch.places.length <= FEW
      ? stands(
          text,
          stretch,
          stretch.places.map((at) => at - stretch.lead),
        )
      : twins.has(stretch),
  );
}

/** Whether a stretch begins at one of these offsets, but for its own. */
function stands(text: string, { from, length }: Stretch, starts: readonly number[]): boolean {
  const words = text.slice(from, from + length);
  return starts.some((start) => start >= 0 && start !== from && text.startsWith(words, start));
}

const base = 0x01000193;

/** Hashes of any stretches of a text, each in the same time (Karp and Rabin). Equal ones need not mean equal text. */
class Hashes {
  /** Of the text up to each offset. */
  private readonly upTo: Int32Array;

  constructor(private readonly text: string) {
    this.upTo = new Int32Array(text.length + 1);
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) {
      hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
      this.upTo[at + 1] = hash;
    }
  }

  of(from: number, length: number): number {
    return this.difference(from, length, power(length));
  }

  /** Where stretches of this length begin, `lead` before these places, by their hashes. */
  startsByHash(places: readonly number[], lead: number, length: number): ReadonlyMap<number, readonly number[]> {
    const byHash = new Map<number, number[]>();
    const top = power(length);
    for (const place of places) {
      const start = place - lead;
      if (start < 0 || start + length > this.text.length) continue;
      const hash = this.difference(start, length, top);
      const starts = byHash.get(hash);
      if (starts) starts.push(start);
      else byHash.set(hash, [start]);
    }
    return byHash;
  }

  private difference(from: number, length: number, top: number): number {
    return ((this.upTo[from + length] ?? 0) - Math.imul(this.upTo[from] ?? 0, top)) | 0;
  }
}

/** The base to this power, modulo 2 to the 32. */
function power(exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>>= 1) {
    if (rest & 1) result = Math.imul(result, square);
    square = Math.imul(square, square);
  }
  return result;
}
