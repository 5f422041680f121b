import fc from 'fast-check';
import type { Annotation, Link, Target } from '../../../src/model/annotation';
import type { ArticleInfo, Coding, Sidecar } from '../../../src/model/article';
import type { Actor, Codebook, CodebookSource, Stance, Topic } from '../../../src/model/codebook';
import { linkKey } from '../../../src/model/links';
import { hashA, hashB } from './examples';

/** Few of them, so that sides meet; some are names that every object of JavaScript has. */
const ids = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', 'toString', '7');
const words = fc.constantFrom('', 'x', 'y', 'z', '\uD800', '\u202E', '__proto__');
const lengths = new Map([
  [hashA, 100],
  [hashB, 200],
  ['c'.repeat(64), 50],
]);
const hashes = fc.constantFrom(...lengths.keys());
const json = fc.oneof(
  words,
  fc.constantFrom(null, true, 0, 1.5, 1e21),
  fc.array(words, { maxLength: 2 }),
  fc.constant({ deep: [{ er: 1 }] }),
);

/** An object with some of the fields, by way of entries: a key may be "__proto__". */
function some<T>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(fields as never, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}
const dictionary = fc
  .uniqueArray(fc.tuple(ids, json), { maxLength: 3, selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries));
const set = fc.uniqueArray(ids, { maxLength: 3 });

function target(length: number): fc.Arbitrary<Target> {
  return fc
    .tuple(fc.nat(length - 2), fc.integer({ min: 1, max: 2 }), fc.constantFrom('word', 'other', ''))
    .map(([start, size, exact]) => ({ start, end: start + size, exact, prefix: 'p', suffix: 's' }));
}

const links = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('speaker', 'source', '__proto__'),
      some<Omit<Link, 'role'>>({ actor: ids, annotation: ids, source: ids, for: ids }),
    )
    .filter(([, ends]) => (ends.actor ?? ends.annotation ?? ends.source) !== undefined)
    .map(([role, ends]): Link => ({ role, ...ends })),
  { maxLength: 3, selector: linkKey },
);

const fields = some<Annotation & { unknown: unknown }>({
  actor: words,
  topic: words,
  stance: words,
  note: words,
  links,
  attributes: dictionary as never,
  supersedes: set,
  modified: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
  orphaned: fc.boolean(),
  unknown: json,
} as never);

/** An annotation in a text of `length`, or, where that is asked for, in another one. */
function annotation(length: number, sha256: string): fc.Arbitrary<Annotation> {
  const types = fc.constantFrom('actor', 'claim', 'gesture');
  const here = fc.array(target(length), { minLength: 1, maxLength: 2 }).map((ranges) => ({ target: ranges }));
  const elsewhere = fc
    .tuple(
      fc.array(target(300), { minLength: 1, maxLength: 2 }),
      hashes.filter((hash) => hash !== sha256),
    )
    .map(([ranges, text]) => ({ target: ranges, text }));
  return fc
    .tuple(ids, types, fc.oneof({ arbitrary: here, weight: 4 }, { arbitrary: elsewhere, weight: 1 }), fields)
    .map(([id, type, place, more]): Annotation => ({ id, type, ...place, ...more }));
}

const article = hashes.chain((sha256) => {
  const length = lengths.get(sha256) ?? 0;
  return fc
    .tuple(
      some<ArticleInfo>({
        title: words,
        attributes: dictionary as never,
        excluded: fc.uniqueArray(target(length), {
          maxLength: 2,
          selector: ({ start, end, exact }) => `${start} ${end} ${exact}`,
        }),
      } as never),
      fc.constantFrom('a.txt', 'b.txt'),
    )
    .map(([more, file]): ArticleInfo => ({ file, sha256, length, ...more }));
});

const coding = fc.uniqueArray(
  fc
    .tuple(ids, words, some<Coding>({ note: words } as never))
    .map(([creator, status, more]) => ({ creator, status, ...more })),
  { maxLength: 2, selector: ({ creator }) => creator },
);

export const sidecars: fc.Arbitrary<Sidecar> = article.chain((about) =>
  fc
    .tuple(
      fc.uniqueArray(annotation(about.length, about.sha256), { maxLength: 5, selector: ({ id }) => id }),
      fc.option(coding, { nil: undefined }),
      some<{ unknown: unknown; __proto__: unknown }>({ unknown: json } as never),
    )
    .map(([annotations, codings, more]): Sidecar => ({
      ...more,
      format: 'policy-annotations',
      version: 1,
      article: about,
      ...(codings && { coding: codings }),
      annotations,
    })),
);

/** What a side does to each item that it has from the base, and to each that it makes. */
export type Act = 'keep' | 'remove' | 'replace' | 'mix';
const acts = fc.array(fc.constantFrom<Act>('keep', 'keep', 'keep', 'remove', 'replace', 'mix'), {
  minLength: 12,
  maxLength: 12,
});

/** A side made of `base` with items and fields of `other`, as `acts` says. */
function edited<T extends { readonly id: string }>(
  base: readonly T[],
  other: readonly T[],
  script: readonly Act[],
): T[] {
  const mine = new Map(other.map((item) => [item.id, item]));
  const kept = base.flatMap((item, i): T[] => {
    const own = mine.get(item.id);
    mine.delete(item.id);
    switch (script[i]) {
      case 'remove':
        return [];
      case 'replace':
        return own ? [own] : [item];
      case 'mix':
        return own ? [mixed(item, own, script)] : [item];
      default:
        return [item];
    }
  });
  const added = [...mine.values()].filter((_, i) => script[11 - i] !== 'remove');
  return [...kept, ...added];
}

/** Fields of both; a target goes with its text. */
function mixed<T extends { readonly id: string }>(item: T, own: T, script: readonly Act[]): T {
  const { target: _, text: __, ...others } = own as T & Partial<Annotation>;
  const entries = Object.entries(others).filter((_, i) => script[(i + 3) % script.length] !== 'keep');
  const dropped = Object.keys(item).filter(
    (key, i) => !['id', 'name', 'type', 'target', 'text', 'value'].includes(key) && script[i % 12] === 'remove',
  );
  const result = Object.fromEntries([...Object.entries(item), ...entries].filter(([key]) => !dropped.includes(key)));
  return result as unknown as T;
}

function side(base: Sidecar): fc.Arbitrary<Sidecar> {
  return fc.tuple(sidecars, acts, fc.boolean()).map(([other, script, moves]) => {
    const about = moves ? other.article : base.article;
    const named = (text: string | undefined, from: Sidecar): object => {
      const seen = text ?? from.article.sha256;
      return seen === about.sha256 ? {} : { text: seen };
    };
    const as = (from: Sidecar): Annotation[] =>
      from.annotations.map(({ text, ...rest }) => ({ ...rest, ...named(text, from) }));
    const annotations = edited(as(base), as(other), script).filter(
      ({ text, target }) => text !== undefined || target.every(({ end }) => end <= about.length),
    );
    const coding = script[0] === 'keep' ? base.coding : other.coding;
    return { ...base, ...(script[1] === 'mix' && other), article: about, annotations, ...(coding ? { coding } : {}) };
  });
}

/** A base and two sides that were made of it. */
export const sidecarTriples = sidecars.chain((base) => fc.tuple(fc.constant(base), side(base), side(base)));

const actor = fc
  .tuple(
    ids,
    words,
    some<Actor>({
      kind: words,
      aliases: set,
      parent: ids,
      members: set,
      attributes: dictionary as never,
      formerIds: set,
      note: words,
    } as never),
  )
  .map(([id, name, more]): Actor => ({ id, name, ...more }));
const topic = fc
  .tuple(ids, words, some<Topic>({ parent: ids, examples: set, formerIds: set } as never))
  .map(([id, name, more]): Topic => ({ id, name, ...more }));
const source = fc
  .tuple(ids, words, some<CodebookSource>({ kind: ids, origin: ids, attributes: dictionary as never } as never))
  .map(([id, name, more]): CodebookSource => ({ id, name, ...more }));
const stance = fc
  .tuple(ids, words, fc.constantFrom(-1, 0, 1))
  .map(([id, name, value]): Stance => ({ id, name, value }));
const list = <T extends { readonly id: string }>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(item, { maxLength: 4, selector: ({ id }) => id });

export const codebooks: fc.Arbitrary<Codebook> = some<Codebook>({
  actors: list(actor),
  topics: list(topic),
  sources: list(source),
  stances: list(stance),
  unknown: json,
} as never).map((lists) => ({ format: 'policy-codebook', version: 1, ...lists }));

const lists = ['actors', 'topics', 'sources', 'stances'] as const;

function codebookSide(base: Codebook): fc.Arbitrary<Codebook> {
  return fc.tuple(codebooks, acts).map(([other, script]) => {
    const edits = lists.flatMap((name, i) => {
      const [before, own] = [base[name], other[name]];
      if (script[i] === 'remove' || (!before && !own)) return [];
      return [[name, edited<{ readonly id: string }>(before ?? [], own ?? [], script)] as const];
    });
    return { format: 'policy-codebook', version: 1, ...Object.fromEntries(edits) } as Codebook;
  });
}

export const codebookTriples = codebooks.chain((base) =>
  fc.tuple(fc.constant(base), codebookSide(base), codebookSide(base)),
);
