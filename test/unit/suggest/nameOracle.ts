import type { Actor } from '../../../src/model/codebook';
import { compareRanges, contains, overlaps, type Range } from '../../../src/model/range';
import type { NameHit } from '../../../src/suggest/nameScan';

/**
 * All mentions by name, as {@link NameScan} promises them: one pattern a name, one pass each, every pair compared. For names
 * in the Latin script without a short form that has full stops.
 */
export function namesByHand(actors: readonly Actor[], text: string, excluded: readonly Range[] = []): NameHit[] {
  const surfaces = [
    ...actors.map((actor) => ({ actor, surface: actor.name })),
    ...actors.flatMap((actor) => (actor.aliases ?? []).map((surface) => ({ actor, surface }))),
    ...actors.flatMap((actor) =>
      [actor.name, ...(actor.aliases ?? [])].flatMap((surface) =>
        /^\p{Lu}{2,4}$/u.test(surface)
          ? [{ actor, surface: surface.replace(/./gu, '$&.') }]
          : /^(?:\p{Lu}\.){2,4}$/u.test(surface)
            ? [{ actor, surface: surface.replaceAll('.', '') }]
            : [],
      ),
    ),
  ];
  const hits: { range: Range; actors: Actor[] }[] = [];
  for (const { actor, surface } of surfaces)
    for (const range of placesOf(surface, text)) {
      if (excluded.some((one) => overlaps(one, range))) continue;
      const same = hits.find((hit) => hit.range.start === range.start && hit.range.end === range.end);
      if (!same) hits.push({ range, actors: [actor] });
      else if (!same.actors.includes(actor)) same.actors.push(actor);
    }
  return chosen(hits).sort((a, b) => compareRanges(a.range, b.range));
}

function placesOf(surface: string, text: string): Range[] {
  const letters = surface.replaceAll('.', '');
  const isShort = letters.length <= 4 && /^\p{Lu}+$/u.test(letters);
  const pattern = [...surface]
    .map((character) => {
      if (character === ' ') return String.raw`(?:(?<=[-‐‑])(?=\S)|(?:(?!\n)\s)*\n?(?:(?!\n)\s)*(?<=\s))`;
      if (character === '-') return String.raw`[-‐‑](?:(?:(?!\n)\s)*\n(?:(?!\n)\s)*)?`;
      if ("’'".includes(character)) return "['’ʼ‘]";
      if (character === 'ü') return '(?:ü|u\u0308)';
      return character.replace(/[.]/u, String.raw`\.`);
    })
    .join('');
  const all = new RegExp(`(?=(${pattern}))`, isShort ? 'gu' : 'giu');
  return [...text.matchAll(all)].flatMap(({ 1: found = '', index }) => {
    const range = { start: index, end: index + found.length };
    const edge = (at: number): boolean =>
      /[\p{L}\p{N}\p{M}_]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}\p{M}_]/u.test(text.charAt(at));
    const initials = (at: number): boolean => /^\p{Lu}\.\p{Lu}\.$/u.test(text.slice(Math.max(0, at - 2), at + 2));
    if (edge(range.start) || edge(range.end) || initials(range.start) || initials(range.end)) return [];
    const capitals = (words: string): boolean[] =>
      words
        .split(/[^\p{L}\p{M}]+/u)
        .filter(Boolean)
        .map((word) => /^\p{Lu}/u.test(word));
    const [here, there] = [capitals(found), capitals(surface)];
    const wanted = there.filter(Boolean).length;
    const kept = there.filter((capital, at) => capital && here[at]).length;
    return kept * 2 >= wanted ? [range] : [];
  });
}

function chosen(hits: readonly NameHit[]): NameHit[] {
  const kept: NameHit[] = [];
  for (const hit of [...hits].sort((a, b) => size(b) - size(a) || a.range.start - b.range.start))
    if (!kept.some(({ range }) => overlaps(range, hit.range))) kept.push(hit);
  const collectives = kept.filter(({ actors }) => actors.some(({ kind, members }) => kind === 'group' || members));
  return [
    ...kept,
    ...collectives.flatMap((outer) =>
      chosen(hits.filter((inner) => contains(outer.range, inner.range) && size(inner) < size(outer))),
    ),
  ];
}

function size({ range }: NameHit): number {
  return range.end - range.start;
}
