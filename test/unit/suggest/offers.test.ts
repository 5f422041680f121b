import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rangeProblem } from '../../../src/model/range';
import { NameScan } from '../../../src/suggest/nameScan';
import type { Offer } from '../../../src/suggest/offer';
import { offersOf, type OffersContext } from '../../../src/suggest/offers';
import { articles } from './articles';
import { actors } from './claims';

const TEXT = `France condemned the raid. In Marsk, Helga Quist said it was late.[1]

France met Quist and the Dunlea Grain Board.

Notes

[1] Helga Quist, Winter Roads, 2020.
`;
const everyone = [...actors, { id: 'fr-and-allies', name: 'France and its allies', members: ['fr'] }];

function offers(text: string, context: Partial<OffersContext> = {}): readonly Offer[] {
  return offersOf(text, { actors: everyone, ...context });
}

function shown(text: string, all: readonly Offer[]): string[] {
  return all.map(({ type, ranges, actor, name, count }) => {
    const words = ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return `${type} ${actor ?? (name === undefined ? '' : `${name}×${count}`)}: ${words}`;
  });
}

describe('offersOf', () => {
  it('offers mentions, new names with their count, claims and sources in the text’s order', () => {
    assert.deepEqual(shown(TEXT, offers(TEXT)), [
      'claim : France condemned the raid.',
      'actor fr: France',
      'claim : In Marsk, Helga Quist said it was late.[1]',
      'actor Helga Quist×3: Helga Quist',
      'source : [1]',
      'actor fr: France',
      'actor Helga Quist×3: Quist',
      'actor Dunlea Grain Board×1: Dunlea Grain Board',
      'source : [1] Helga Quist, Winter Roads, 2020.',
      'actor Helga Quist×3: Helga Quist',
    ]);
  });

  it('says what an offer would become, and why', () => {
    const [claim, , spoken, person] = offers(TEXT);
    assert.deepEqual(
      { ...claim, key: '' },
      {
        key: '',
        type: 'claim',
        ranges: [{ start: 0, end: 26 }],
        why: 'reporting-verb',
        speakers: ['fr'],
        holders: [],
        addressees: [],
        stance: 'oppose',
        attribution: 'reported',
        act: 'condemn',
      },
    );
    assert.deepEqual(spoken?.newSpeakers, [{ name: 'Helga Quist' }]);
    assert.deepEqual([person?.why, person?.kind, person?.name], ['new-name', undefined, 'Helga Quist']);
  });

  it('lets the author speak of motives, known to the codebook or not', () => {
    const text = 'France’s motive is to weaken Japan.';
    const [known] = offers(text, { author: 'jp' });
    assert.deepEqual([known?.speakers, known?.newSpeakers, known?.holders], [['jp'], undefined, ['fr']]);
    const author = { name: 'Noor', kind: 'person' };
    const [fresh] = offers(text, { author });
    assert.deepEqual([fresh?.speakers, fresh?.newSpeakers, fresh?.holders], [[], [author], ['fr']]);
  });

  it('takes a name of two words for a person’s, before it is in the codebook and after', () => {
    const text = 'Helga Quist rejected the plan. “It is late,” she said.';
    const speakers = (known: Partial<OffersContext>): unknown[] =>
      offers(text, known).flatMap(({ type, speakers: ids, newSpeakers }) =>
        type === 'claim' ? [[ids, newSpeakers]] : [],
      );
    const fresh = [[], [{ name: 'Helga Quist' }]];
    assert.deepEqual(speakers({}), [fresh, fresh]);
    const quist = [['quist'], undefined];
    assert.deepEqual(speakers({ actors: [{ id: 'quist', name: 'Helga Quist' }] }), [quist, quist]);
  });

  it('offers nothing twice: what is tagged is left out, type by type', () => {
    const all = offers(TEXT);
    for (const offer of all) {
      const { type, ranges, key } = offer;
      const rest = offers(TEXT, {
        tagged: [{ type, ranges, ...(type === 'actor' ? { actor: offer.actor ?? 'jp' } : {}) }],
      });
      assert.ok(!rest.some((other) => other.key === key), shown(TEXT, [offer])[0]);
      assert.ok(rest.length >= all.length - 3);
    }
  });

  it('still offers the new ones of a collective’s name, whichever is tagged first', () => {
    const text = 'Nordland and its allies met. They thank Nordland and its allies, and Nordland.';
    const names = (context: Partial<OffersContext>): string[] =>
      shown(text, offers(text, context)).filter((line) => line.startsWith('actor'));
    const range = { start: 40, end: 63 };
    const group = { id: 'group', name: 'Nordland and its allies', kind: 'group' };
    const tagged = [{ type: 'actor', ranges: [range], actor: 'group' }];
    assert.ok(names({ actors: [...actors, group], tagged }).filter((line) => line.endsWith(': Nordland')).length === 3);
    const one = { id: 'one', name: 'Nordland' };
    const member = [{ type: 'actor', ranges: [{ start: 40, end: 48 }], actor: 'one' }];
    assert.equal(
      names({ actors: [...actors, one], tagged: member }).filter((line) => line.endsWith('its allies')).length,
      2,
    );
  });

  it('still offers a member within a tagged collective, and the collective around a tagged member', () => {
    const text = 'We saw France and its allies.';
    assert.deepEqual(shown(text, offers(text)), ['actor fr-and-allies: France and its allies', 'actor fr: France']);
    const [whole, member] = offers(text);
    const tagged = (offer: Offer | undefined): OffersContext['tagged'] => [
      { type: 'actor', ranges: offer?.ranges ?? [], actor: offer?.actor ?? '' },
    ];
    assert.deepEqual(shown(text, offers(text, { tagged: tagged(whole) ?? [] })), ['actor fr: France']);
    assert.deepEqual(shown(text, offers(text, { tagged: tagged(member) ?? [] })), [
      'actor fr-and-allies: France and its allies',
    ]);
  });

  it('takes a tagged mention for what it is tagged as', () => {
    const text = 'They met. The old man said it was late.';
    const start = text.indexOf('The old man');
    const tagged = [{ type: 'actor', ranges: [{ start, end: start + 11 }], actor: 'brandt' }];
    assert.deepEqual(
      offers(text, { tagged }).map(({ speakers }) => speakers),
      [['brandt']],
    );
  });

  it('leaves out what was rejected, after edits elsewhere too', () => {
    const rejected = new Set(
      offers(TEXT)
        .slice(0, 4)
        .map(({ key }) => key),
    );
    const edited = `It rained all day.\n\n${TEXT}`;
    assert.deepEqual(shown(edited, offers(edited, { rejected })), shown(TEXT, offers(TEXT)).slice(4));
  });

  it('offers nothing that touches an excluded range', () => {
    const end = TEXT.indexOf('\n\nFrance met');
    const rest = offers(TEXT, { excluded: [{ start: 3, end }] });
    assert.ok(rest.length > 0 && rest.every(({ ranges }) => ranges.every(({ start }) => start > end)));
    assert.deepEqual(offers(TEXT, { excluded: [{ start: 0, end: TEXT.length }] }), []);
  });

  it('gives the same with a scan at hand, and where nothing is known', () => {
    assert.deepEqual(offers(TEXT, { names: new NameScan(everyone) }), offers(TEXT));
    assert.deepEqual(offersOf('', { actors: [] }), []);
    assert.ok(offersOf(TEXT, { actors: [] }).some(({ name }) => name === 'France'));
  });

  it('gives whole ranges in order and keys of their own, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'France',
        'the World Bank',
        'Helga Quist',
        'said ',
        'condemned ',
        'and ',
        'but ',
        'which ',
        'according to ',
        ', ',
      ],
      ...[
        '“',
        '”',
        '"',
        '’s ',
        '. ',
        '; ',
        '\n',
        '\n\n',
        '- ',
        'Q: ',
        'A: ',
        '[1]',
        '(',
        ')',
        '😀',
        '한국은 ',
        'wants to ',
        'should ',
      ],
      ...['Notes', ': ', 'he ', 'it ', 'accused ', 'of ', '? ', 'adding that ', ' — ', '¹', 'https://a.example '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const all = offers(text, { author: 'lee' });
        assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
        let last = 0;
        for (const { ranges, type, actor, name, attribution } of all) {
          for (const range of ranges) assert.equal(rangeProblem(text, range), undefined);
          const [first] = ranges;
          assert.ok(first && first.start >= last);
          last = first.start;
          assert.equal(type === 'actor', (actor ?? name) !== undefined);
          assert.equal(type === 'claim', attribution !== undefined);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads the real articles', () => {
    const known = [{ id: 'nk', name: 'North Korea', kind: 'state', aliases: ['Pyongyang'] }];
    for (const text of articles.values()) {
      const all = offersOf(text, { actors: known });
      assert.ok(all.filter(({ type }) => type === 'claim').length >= 4);
      assert.ok(all.some(({ actor }) => actor === 'nk'));
    }
  });
});
