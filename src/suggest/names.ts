import type { Actor } from '../model/codebook';
import { splitsSurrogatePair, type Range } from '../model/range';

interface Entry {
  readonly actor: Actor;
  /** Name or alias as the codebook has it. */
  readonly surface: string;
  readonly caseSensitive: boolean;
}

interface Hit {
  readonly entry: Entry;
  readonly range: Range;
}

/** A text in which case, apostrophes, hyphens and runs of white space don't count, with the way back. */
interface Folded {
  readonly text: string;
  /** For each unit of `text`, and its end, the offset in the original. */
  readonly origin: readonly number[];
}

const SHORT = 4;
/** White space within a name may take this much more room in the text than in the codebook. */
const SLACK = 40;

/** Finds the actors of a codebook by name and alias. Built once a codebook; a look-up costs the names' longest length, not
 * their number. */
export class NameFinder {
  /** By folded name. */
  private readonly entries = new Map<string, Entry[]>();
  /** Lengths of folded names, longest first. */
  private readonly lengths: readonly number[];

  constructor(actors: readonly Actor[]) {
    for (const actor of actors) this.add(actor, actor.name);
    for (const actor of actors) for (const alias of actor.aliases ?? []) this.add(actor, alias);
    this.lengths = [...new Set([...this.entries.keys()].map((key) => key.length))].sort((a, b) => b - a);
  }

  /** The known name or alias that holds `offset` or ends there: the longest, else the one that goes on behind `offset`,
   * else the one that stands first in the codebook. A possessive ’s is not part of it. */
  at(text: string, offset: number): { readonly actor: Actor; readonly range: Range } | undefined {
    return this.all(text, offset)[0];
  }

  /** All actors known by the longest name or alias at `offset` (see {@link at}); more than one where they share it. */
  all(text: string, offset: number): { readonly actor: Actor; readonly range: Range }[] {
    const longest = this.lengths[0];
    if (longest === undefined) return [];
    const from = Math.max(0, offset - longest - SLACK);
    const folded = fold(text.slice(from, offset + longest + SLACK));
    const hits: Hit[] = [];
    for (const [index, origin] of folded.origin.entries()) {
      if (from + origin > offset) break;
      hits.push(...this.beginning(text, from, folded, index).filter(({ range }) => range.end >= offset));
    }
    const best = hits.sort((a, b) => rank(a.range, offset) - rank(b.range, offset) || size(b.range) - size(a.range))[0];
    const same = hits.filter(({ range }) => range.start === best?.range.start && range.end === best.range.end);
    const actors = new Set<Actor>();
    return same.flatMap(({ entry, range }) => {
      if (actors.has(entry.actor)) return [];
      actors.add(entry.actor);
      return [{ actor: entry.actor, range }];
    });
  }

  /** The known names of a range in order, the longest where they overlap; one that reaches over the range's edge is left out. */
  within(text: string, range: Range): { readonly actor: Actor; readonly range: Range }[] {
    const found: { readonly actor: Actor; readonly range: Range }[] = [];
    const folded = fold(text.slice(range.start, range.end));
    let done = range.start;
    for (const [index, origin] of folded.origin.entries()) {
      if (range.start + origin < done) continue;
      const hit = this.beginning(text, range.start, folded, index)[0];
      if (!hit) continue;
      found.push({ actor: hit.entry.actor, range: hit.range });
      done = hit.range.end;
    }
    return found;
  }

  /** The actors whose name or alias `surface` is, those with the name first. A possessive, white space at the edges and a
   * leading "the" don't count, nor do the full stops of "U.S." where nothing fits better. */
  matching(surface: string): Actor[] {
    const bare = surface.trim().replace(/['’ʼ]s$/u, '');
    for (const candidate of [bare, bare.replace(/^the\s+/iu, ''), bare.replaceAll('.', ''), dotted(bare)]) {
      const fitting = (this.entries.get(fold(candidate).text) ?? []).filter(
        (entry) => !entry.caseSensitive || plain(candidate) === plain(entry.surface),
      );
      if (fitting.length > 0) return [...new Set(fitting.map(({ actor }) => actor))];
    }
    return [];
  }

  /** The names that begin at `index` of a folded stretch of the text, the longest first. */
  private beginning(text: string, from: number, folded: Folded, index: number): Hit[] {
    const start = from + (folded.origin[index] ?? 0);
    return this.lengths.flatMap((length) => {
      const end = folded.origin[index + length];
      if (end === undefined) return [];
      const range = { start, end: from + end };
      const entries = this.entries.get(folded.text.slice(index, index + length)) ?? [];
      return entries.filter((entry) => stands(text, range, entry)).map((entry) => ({ entry, range }));
    });
  }

  private add(actor: Actor, surface: string): void {
    const key = fold(surface.trim()).text;
    if (key === '') return;
    const entry = { actor, surface: surface.trim(), caseSensitive: isShortAcronym(surface) };
    const known = this.entries.get(key);
    if (known) known.push(entry);
    else this.entries.set(key, [entry]);
  }
}

/** "US", "U.S.", "WHO": at most four letters, all capitals; "us" is something else. */
export function isShortAcronym(surface: string): boolean {
  const letters = surface.replace(/[.\s]/gu, '');
  return letters.length > 0 && letters.length <= SHORT && /^[\p{Lu}\p{Nd}]+$/u.test(letters) && /\p{Lu}/u.test(letters);
}

/** A name that goes on at the offset before one that ends there. */
function rank(range: Range, offset: number): number {
  return offset < range.end ? 0 : 1;
}

function size(range: Range): number {
  return range.end - range.start;
}

/** "US" gives "U.S.". */
function dotted(surface: string): string {
  return isShortAcronym(surface) && !surface.includes('.') ? surface.replace(/./gu, '$&.') : surface;
}

/** Whether the text between the offsets is the entry's, as a word of its own. */
function stands(text: string, range: Range, entry: Entry): boolean {
  if (splitsSurrogatePair(text, range.start) || splitsSurrogatePair(text, range.end)) return false;
  const surface = text.slice(range.start, range.end);
  if (entry.caseSensitive && plain(surface) !== plain(entry.surface)) return false;
  return !joined(text, range.start) && !joined(text, range.end);
}

/** Whether a word goes on across `offset`. Scripts without spaces, and Korean with its particles, have no such bounds. */
function joined(text: string, offset: number): boolean {
  const before = /[\p{L}\p{N}\p{M}_]$/u.exec(text.slice(Math.max(0, offset - 2), offset))?.[0];
  const after = /^[\p{L}\p{N}\p{M}_]/u.exec(text.slice(offset, offset + 2))?.[0];
  return before !== undefined && after !== undefined && !UNSPACED.test(before) && !UNSPACED.test(after);
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function plain(surface: string): string {
  return surface.replace(/['’ʼ]/gu, "'").replace(/\s+/gu, ' ');
}

function fold(original: string): Folded {
  const origin: number[] = [];
  let text = '';
  for (const { 0: part, index } of original.matchAll(/\s+|\S/gsu)) {
    const folded = foldPart(part);
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index + unit);
    text += folded;
  }
  origin.push(original.length);
  return { text, origin };
}

function foldPart(part: string): string {
  if (/^\s/u.test(part)) return /\n\s*\n/u.test(part) ? '\n' : ' ';
  if (/^['’ʼ‘]$/u.test(part)) return "'";
  if (/^[‐‑-]$/u.test(part)) return '-';
  const lower = part.toLowerCase();
  return lower.length === part.length ? lower : part;
}
