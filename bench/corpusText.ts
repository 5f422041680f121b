// Annotated articles that look like a project's: made, not read, and the same at each run.
import { createHash } from 'node:crypto';
import { quoteAll } from '../src/anchoring/quoting';
import type { Annotation, Link } from '../src/model/annotation';
import type { Sidecar } from '../src/model/article';
import type { Range } from '../src/model/range';
import { seeded } from '../src/analysis/seeded';
import { between, pick } from './random';

/** Annotations of an article. */
export const PER_ARTICLE = 100;
export const ACTORS = 1000;
const TOPICS = 200;
const SOURCES = 500;
/** Mentioned in the last article of all only, see {@link madeSidecar}. */
export const RARE_ACTOR = 'actor-seen-once';

const creators = ['lee', 'moreno', 'okafor'];
const verbs = ['condemned', 'said on Monday that it regretted', 'has defended', 'warned against', 'called for'];
const objects = [
  'the plan to raise the levy on ships that pass the strait',
  'what it called “an act of extortion”',
  'a second round of talks before the year’s end',
  'sanctions on companies that had helped to pay for the tests',
  'the publication of the figures — all of them',
];
const references = ['a statement of the agency', 'KCNA, 18 Dec 2023', 'two officials', 'the report’s annex'];
const acts = ['assert', 'demand', 'promise', 'threaten', 'accuse', 'condemn', 'praise', 'predict'];

/** The sidecar of the nth article, see {@link madeArticle}. That of the last one of all has an actor that is nowhere else. */
export function madeSidecar(nth: number, isLast: boolean): Sidecar {
  const { sidecar } = madeArticle(nth, PER_ARTICLE);
  const [first, ...others] = sidecar.annotations;
  if (!isLast || !first) return sidecar;
  return { ...sidecar, annotations: [{ ...first, type: 'actor', actor: RARE_ACTOR }, ...others] };
}

/**
 * The nth article with so many annotations: about a third as many sentences, each with its claim, who says it about whom, now
 * and then a source and a theme.
 */
export function madeArticle(nth: number, count: number): { readonly text: string; readonly sidecar: Sidecar } {
  const random = seeded(nth + 1);
  const writing = new Writing(random);
  while (writing.count < count) writing.sentence();
  const { text } = writing;
  const annotations = writing.annotations(count);
  const date = `2023-${String(between(random, 1, 12)).padStart(2, '0')}-${String(between(random, 1, 28)).padStart(2, '0')}`;
  const sidecar: Sidecar = {
    format: 'policy-annotations',
    version: 1,
    article: {
      file: fileName(nth),
      sha256: createHash('sha256').update(text).digest('hex'),
      length: text.length,
      ...{ title: `The strait’s levy, part ${nth}`, author: 'Tomas Reyk', publisher: 'Northwire' },
      ...{ section: 'World', date, url: `https://example.org/world/${nth}`, language: 'en' },
      excluded: quoteAll(text, [{ start: 0, end: writing.firstEnd }]),
    },
    coding: [{ creator: pick(random, creators), status: 'done', date: '2026-11-20' }],
    annotations,
  };
  return { text, sidecar };
}

function idOf(kind: string, number: number): string {
  return `${kind}-of-the-strait-${number}`;
}

/** The id of an actor, by its number from 0: the higher, the more seldom it is mentioned. */
export function actorId(number: number): string {
  return idOf('actor', number);
}

export function fileName(nth: number): string {
  return `${String(nth).padStart(5, '0')}-the-levy.txt`;
}

/** An article while it is written, and what is marked in it. */
class Writing {
  text = '';
  firstEnd = 0;
  readonly #marked: (Omit<Annotation, 'target'> & Range)[] = [];
  #lastSource: string | undefined;

  constructor(private readonly random: () => number) {}

  get count(): number {
    return this.#marked.length;
  }

  sentence(): void {
    const { random } = this;
    const from = this.text.length;
    const speaker = this.#mention();
    this.text += ` ${pick(random, verbs)} ${pick(random, objects)}`;
    const addressee = random() < 0.6 ? this.#mention(' in answer to ') : undefined;
    const end = this.text.length;
    if (random() < 0.3) this.#source();
    this.text += '.';
    this.#claim({ start: from, end }, speaker, addressee);
    if (random() < 0.2) this.#mark({ type: 'passage', topic: this.#id('topic', TOPICS) }, { start: from, end });
    this.text += random() < 0.25 ? '\n\n' : ' ';
    this.firstEnd ||= this.text.length;
  }

  /** The first `count` of them. */
  annotations(count: number): Annotation[] {
    const made = this.#marked.slice(0, count);
    const targets = quoteAll(this.text, made);
    const annotations = made.map(({ start: _, end: __, ...fields }, index): Annotation => {
      const target = targets[index];
      return { ...fields, target: target ? [target] : [] };
    });
    return annotations.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Few things are spoken of often, most seldom. */
  #id(kind: string, most: number): string {
    return idOf(kind, Math.floor(most * this.random() ** 3));
  }

  #mention(before = ''): { readonly id: string; readonly actor: string } {
    this.text += before;
    const actor = this.#id('actor', ACTORS);
    const start = this.text.length;
    this.text += `Minister No. ${actor.slice(actor.lastIndexOf('-') + 1)}`;
    const id = this.#mark({ type: 'actor', actor, form: 'name' }, { start, end: this.text.length });
    return { id, actor };
  }

  #source(): void {
    this.text += ', according to ';
    const start = this.text.length;
    const reference = pick(this.random, references);
    this.text += reference;
    const fields = { type: 'source', source: this.#id('source', SOURCES), kind: 'statement', reference };
    this.#lastSource = this.#mark(fields, { start, end: this.text.length });
  }

  #claim(range: Range, speaker: { id: string; actor: string }, addressee?: { id: string; actor: string }): void {
    const { random } = this;
    const links: Link[] = [{ role: 'speaker', actor: speaker.actor, annotation: speaker.id }];
    if (addressee) links.push({ role: 'addressee', actor: addressee.actor, annotation: addressee.id });
    if (random() < 0.1) links.push({ role: 'holder', actor: this.#id('actor', ACTORS) });
    if (this.#lastSource !== undefined) links.push({ role: 'source', annotation: this.#lastSource });
    if (random() < 0.1) links.push({ role: 'evidence', source: this.#id('source', SOURCES) });
    const fields = {
      ...{ type: 'claim', topic: this.#id('topic', TOPICS) },
      ...(random() < 0.8 ? { stance: pick(random, ['support', 'oppose']) } : {}),
      attribution: pick(random, ['reported', 'quoted']),
      ...(random() < 0.1 ? { summary: 'They say that the levy is none of anybody’s business.' } : {}),
      links,
      attributes: { act: pick(random, acts), ...(random() < 0.2 ? { verdict: 'mixed' } : {}) },
    };
    this.#mark(fields, range);
  }

  #mark(fields: Omit<Annotation, 'id' | 'target'>, range: Range): string {
    const { random } = this;
    const digit = (): string => between(random, 0, 35).toString(36);
    const id = Array.from({ length: 12 }, digit).join('');
    const created = `2026-11-${between(random, 10, 28)}T0${between(random, 5, 9)}:${between(random, 10, 59)}:00Z`;
    this.#marked.push({ id, ...fields, creator: pick(random, creators), created, ...range });
    return id;
  }
}
