// What the bench of following edits follows: a text, targets and edits, the same at each run.
import type { TextEdit } from '../src/anchoring/following/edits';
import type { Range } from '../src/model/range';

/** The word that is replaced everywhere: about one in five hundred. */
export const word = 'minister';
const words =
  'the government said that talks on energy policy with Russia may begin in May after a vote by members'.split(' ');
const lineWords = 70;

/** Lines of about 400 units, fifty units of text a target. */
export function articleOf(targets: number, random: () => number): string {
  const lines: string[] = [];
  for (let length = 0; length < targets * 50;) {
    const some = Array.from({ length: lineWords }, () =>
      random() < 0.002 ? word : (words[Math.floor(random() * words.length)] ?? ''),
    );
    lines.push(`${some.join(' ')}.`);
    length += (lines.at(-1)?.length ?? 0) + 1;
  }
  return lines.join('\n');
}

/**
 * Targets within lines: 40 % of 5 to 25 units, 30 % of 25 to 80, 30 % of 80 to 300; ascending. None begins or ends with
 * {@link word}: there the followers' rules differ on purpose.
 */
export function targetsIn(text: string, count: number, random: () => number): Range[] {
  const targets: Range[] = [];
  while (targets.length < count) {
    const kind = random();
    const [least, most] = kind < 0.4 ? [5, 25] : kind < 0.7 ? [25, 80] : [80, 300];
    const start = Math.floor(random() * (text.length - most));
    const end = start + least + Math.floor(random() * (most - least));
    const covered = text.slice(start, end);
    if (!covered.includes('\n') && !covered.startsWith(word) && !covered.endsWith(word)) targets.push({ start, end });
  }
  return targets.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A sentence typed at a caret in the middle of the text. */
export function typing(text: string, count: number): TextEdit[][] {
  const caret = text.indexOf(' ', text.length >> 1);
  return Array.from({ length: count }, (_, index) => [
    { start: caret + index, deleted: 0, inserted: index % 6 === 5 ? ' ' : 'e' },
  ]);
}

/** Single edits anywhere: a unit is inserted or deleted, or a word's length deleted. None touches a line's end. */
export function scattered(text: string, count: number, random: () => number): TextEdit[][] {
  const events: TextEdit[][] = [];
  let length = text.length;
  const shifts: { at: number; by: number }[] = [];
  while (events.length < count) {
    const start = Math.floor(random() * (length - 10));
    const edit = anEdit(start, random);
    let old = start;
    for (let index = shifts.length - 1; index >= 0; index -= 1) {
      const { at, by } = shifts[index] ?? { at: 0, by: 0 };
      if (old > at) old = Math.max(at, old - by);
    }
    if (text.slice(Math.max(0, old - 30), old + 30).includes('\n')) continue;
    events.push([edit]);
    const by = edit.inserted.length - edit.deleted;
    shifts.push({ at: start, by });
    length += by;
  }
  return events;
}

/** One event of so many edits, evenly over the text. */
export function scatteredAtOnce(text: string, count: number, random: () => number): TextEdit[][] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = Math.floor(((index + random() * 0.8) * (text.length - 20)) / count);
    if (!text.slice(Math.max(0, start - 10), start + 10).includes('\n')) edits.push(anEdit(start, random));
  }
  return [edits];
}

/** One event that replaces each occurrence of {@link word}. */
export function replacedEverywhere(text: string): TextEdit[][] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    edits.push({ start: at, deleted: word.length, inserted: 'secretary' });
  return [edits];
}

function anEdit(start: number, random: () => number): TextEdit {
  const kind = random();
  if (kind < 0.5) return { start, deleted: 0, inserted: 'x' };
  if (kind < 0.7) return { start, deleted: 1, inserted: '' };
  return { start, deleted: kind < 0.8 ? 1 : 8, inserted: '' };
}
