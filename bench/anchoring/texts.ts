// Texts that look like a reader's collection of articles, made of real prose; the same at each run.
import { between, pick, shuffled } from '../random';
import { furnitureFor, namesFor, type Furniture } from './furniture';
import type { Speech } from './prose';

/** What a block of a text is: blocks stand apart by a blank line. */
export type BlockKind = 'headline' | 'heading' | 'paragraph' | 'furniture';

export interface Block {
  readonly kind: BlockKind;
  /** Of the article that it belongs to, counted from 0. */
  readonly article: number;
  readonly start: number;
  readonly end: number;
}

export interface Text {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * Articles of a few thousand units each until there are `size` units: headline, by-line, share bar, paragraphs of one to
 * five sentences with headings and quotations between them, related links, a footer. An article is made of neighbouring
 * sentences of one speech; no sentence is used twice while there are others left.
 * @param size in UTF-16 units; the text is a little longer
 */
export function articlesOf(speeches: readonly Speech[], size: number, random: () => number): Text {
  const building = new Building();
  const runs = shuffled(
    random,
    speeches.flatMap((speech) => runsOf(speech, random)),
  );
  for (let article = 0; building.length < size; article += 1) {
    const run = runs[article % runs.length];
    if (!run) throw new RangeError('There is no prose.');
    addArticle(building, article, run, random);
  }
  return building.finished();
}

/** Neighbouring sentences, enough for an article. */
function runsOf(speech: Speech, random: () => number): string[][] {
  const runs: string[][] = [];
  for (let from = 0; from < speech.length;) {
    const count = between(random, 12, 36);
    runs.push(speech.slice(from, from + count));
    from += count;
  }
  return runs.filter((run) => run.length >= 8);
}

function addArticle(building: Building, article: number, sentences: readonly string[], random: () => number): void {
  const add = (kind: BlockKind, text: string): void => building.add({ kind, article }, text);
  const furniture: Furniture = furnitureFor(random);
  const names = namesFor(random);
  const [headline, ...said] = sentences;
  add('headline', titleOf(headline, random));
  add('furniture', furniture.byline);
  add('furniture', furniture.share);
  let next = 0;
  for (let paragraph = 0; next < said.length; paragraph += 1) {
    const some = said.slice(next, next + between(random, 1, 5));
    next += some.length;
    if (paragraph > 0 && some.length > 1 && random() < 0.12) add('heading', titleOf(some.shift(), random));
    if (paragraph > 0 && random() < 0.1) add('furniture', pick(random, furniture.between));
    add('paragraph', spoken(some, names, random));
  }
  add('furniture', furniture.related);
  add('furniture', furniture.share);
  add('furniture', furniture.footer);
}

/** Some paragraphs quote a person by name, as articles do. */
function spoken(sentences: readonly string[], names: readonly string[], random: () => number): string {
  const [first = '', ...rest] = sentences;
  const plain = !/[“”]/.test(first) && /[.]$/.test(first);
  if (!plain || random() > 0.3) return sentences.join(' ');
  const name = pick(random, names);
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  const kind = random();
  const opening =
    kind < 0.4
      ? `“${first.slice(0, -1)},” ${name} said.`
      : kind < 0.6
        ? `${surname} added: “${first}”`
        : kind < 0.8
          ? `“${first.slice(0, -1)}…” — so ${surname}.`
          : `${name} told reporters that ${/^I\b/.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1)}`;
  return [opening, ...rest].join(' ');
}

/** The first words of a sentence, which isn't used otherwise. */
function titleOf(sentence = '', random: () => number): string {
  const words = sentence.replace(/[“”.;:!?…]/g, '').split(' ');
  return words
    .slice(0, between(random, 5, 10))
    .join(' ')
    .replace(/,$/, '');
}

class Building {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  length = 0;

  add(about: Pick<Block, 'kind' | 'article'>, text: string): void {
    if (this.length > 0) {
      this.#parts.push('\n\n');
      this.length += 2;
    }
    this.#blocks.push({ ...about, start: this.length, end: this.length + text.length });
    this.#parts.push(text);
    this.length += text.length;
  }

  finished(): Text {
    return { text: this.#parts.join(''), blocks: this.#blocks };
  }
}
