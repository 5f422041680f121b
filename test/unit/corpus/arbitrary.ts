import fc from 'fast-check';
import type { Wanted } from '../../../src/corpus/wanted';
import type { Marked } from './articles';
import type { Link } from '../../../src/model/annotation';
import type { Range } from '../../../src/model/range';

const actor = fc.constantFrom('us', 'karsk', '__proto__', 'levy');
const topic = fc.constantFrom('levy', 'tests');
const source = fc.constantFrom('kcna', 'us');
const stance = fc.constantFrom('support', 'oppose', '');
const date = fc.constantFrom('2022', '2023-12', '2023-12-20');
/** An id of the article, or of none. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'elsewhere');

const link: fc.Arbitrary<Link> = fc.record(
  { role: fc.constantFrom('speaker', 'holder', 'addressee', 'source'), actor, annotation: id, source, for: actor },
  { requiredKeys: ['role'], noNullPrototype: true },
);

const range: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(9), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }));

const fields = fc.record(
  {
    type: fc.constantFrom('actor', 'claim', 'source', 'passage', 'gesture'),
    ...{ actor, topic, source, stance, date },
    links: fc.array(link, { maxLength: 3 }),
    supersedes: fc.array(id, { maxLength: 2 }),
    attributes: fc.constantFrom({ verdict: 'mixed' }, { verdict: 3 }),
    text: fc.constantFrom('0'.repeat(64)),
  },
  { requiredKeys: ['type'], noNullPrototype: true },
);

/** Up to six annotations with ids of their own. */
export const annotations: fc.Arbitrary<readonly Marked[]> = fc
  .array(fc.tuple(fields, range), { maxLength: 6 })
  .map((all) => all.map(([one, place], index) => ({ ...one, ...place, id: 'fedcba'.charAt(index) })));

export const excluded: fc.Arbitrary<readonly Range[]> = fc.array(range, { maxLength: 2 });

export const articleDate = fc.option(date, { nil: undefined });

const some = (ids: fc.Arbitrary<string>): fc.Arbitrary<ReadonlySet<string>> =>
  fc.array(ids, { minLength: 1, maxLength: 2 }).map((list) => new Set(list));

export const ids = some(actor);

export const wanted: fc.Arbitrary<Wanted> = fc.record(
  {
    type: fc.constantFrom('actor', 'claim', 'passage'),
    ...{ actors: some(actor), topics: some(topic), stances: some(stance), sources: some(source) },
    ...{ speakers: some(actor), holders: some(actor), addressees: some(actor) },
  },
  { requiredKeys: [] },
);

/** A place to come from: a cursor, a selection, or an annotation. */
export const position = fc.oneof(
  fc.record({ start: fc.nat(12), length: fc.nat(5) }).map(({ start, length }) => ({ start, end: start + length })),
  fc.tuple(range, id).map(([place, at]) => ({ ...place, id: at })),
);
