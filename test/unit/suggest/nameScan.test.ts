import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor } from '../../../src/model/codebook';
import { NameScan, type NameHit, type ScanOptions } from '../../../src/suggest/nameScan';
import { articles } from './articles';
import { namesByHand } from './nameOracle';

const actors: readonly Actor[] = [
  { id: 'us', name: 'United States', aliases: ['US', 'Washington'] },
  { id: 'us-and-allies', name: 'US and its allies', members: ['us', 'japan'] },
  {
    id: 'north-korea',
    name: 'North Korea',
    aliases: ['DPRK', 'Democratic People’s Republic of Korea', '북한', '朝鲜'],
  },
  { id: 'korea', name: 'Korea' },
  { id: 'japan', name: 'Japan', aliases: ['日本'] },
  { id: 'china', name: 'China', aliases: ['中国', 'จีน'] },
  { id: 'reform', name: 'Reform' },
  { id: 'hague', name: 'The Hague' },
  { id: 'asia', name: 'Asia-Pacific Forum' },
  { id: 'turkey', name: 'Türkiye' },
  { id: 'moscow-group', name: 'Friends of Japan and Korea', kind: 'group' },
  { id: 'kim', name: 'Kim Jong Un', aliases: ['김정은', 'Kim'] },
  { id: 'kim-dae', name: 'Kim Dae', aliases: ['Kim'] },
  { id: 'eu', name: 'European Union', aliases: ['E.U.'] },
  { id: 'apple', name: 'Apple' },
];
const scan = new NameScan(actors);

function show(text: string, hits: readonly NameHit[]): string[] {
  return hits.map(({ range, actors: known }) => {
    const ids = known.map(({ id }) => id).join('+');
    return `${ids}: ${text.slice(range.start, range.end).replaceAll('\n', '⏎')}`;
  });
}

function found(text: string, options?: ScanOptions): string[] {
  return show(text, scan.all(text, options));
}

describe('NameScan', () => {
  const cases: [string, string[]][] = [
    ['North Korea’s tests worry Japan.', ['north-korea: North Korea', 'japan: Japan']],
    ["The Democratic People's Republic of Korea", ["north-korea: Democratic People's Republic of Korea"]],
    ['South Korea met North  Korea', ['korea: Korea', 'north-korea: North  Korea']],
    ['the North\nKorea of old, the North\n\nKorea of new', ['north-korea: North⏎Korea', 'korea: Korea']],
    ['It asked us; US officials, the US-led order, US$ 5', ['us: US', 'us: US', 'us: US']],
    ['The U.S. and the U.S.S.R. and the EU', ['us: U.S.', 'eu: EU']],
    ['He met the US and its allies, as the US does.', ['us-and-allies: US and its allies', 'us: US', 'us: US']],
    [
      'US and Its Allies; the Friends of Japan and Korea',
      [
        'us-and-allies: US and Its Allies',
        'us: US',
        'moscow-group: Friends of Japan and Korea',
        'japan: Japan',
        'korea: Korea',
      ],
    ],
    ['Reform wants reform, and REFORM it will get.', ['reform: Reform', 'reform: REFORM']],
    ['in the Hague and in THE HAGUE, not the hague', ['hague: the Hague', 'hague: THE HAGUE']],
    ['the Asia‑Pacific Forum, the Asia-\nPacific Forum', ['asia: Asia‑Pacific Forum', 'asia: Asia-⏎Pacific Forum']],
    ['Tu\u0308rkiye and Türkiye', ['turkey: Tu\u0308rkiye', 'turkey: Türkiye']],
    ['North Ko\u00adrea and Ko\u00adre\u00adans', ['north-korea: North Ko\u00adrea']],
    ['Koreans, Koreatown, Korea_1, re-Korea', ['korea: Korea']],
    ['Kim said', ['kim+kim-dae: Kim']],
    ['Kim Jong Un said', ['kim: Kim Jong Un']],
    ['Apple, see https://apple.example/US or info@apple.example', ['apple: Apple']],
    ['북한은 비난했다. 북한에서는 북한군이 북한과의', ['north-korea: 북한', 'north-korea: 북한', 'north-korea: 북한']],
    ['김정은씨는 남북한', ['kim: 김정은']],
    ['US는 US와', ['us: US', 'us: US']],
    ['对朝鲜政府表示，中国人反对日本', ['north-korea: 朝鲜', 'japan: 日本']],
    ['日本は反対した。今日本を読む', ['japan: 日本']],
    ['รัสเซียและจีนกล่าวว่า', ['china: จีน']],
    ['Иран и Japan', ['japan: Japan']],
  ];
  for (const [text, expected] of cases) it(text.replaceAll('\n', '⏎'), () => assert.deepEqual(found(text), expected));

  it('leaves out what touches an excluded range, and finds the shorter name beside it', () => {
    const text = 'North Korea and Japan';
    assert.deepEqual(found(text, { excluded: [{ start: 0, end: 2 }] }), ['korea: Korea', 'japan: Japan']);
    assert.deepEqual(found(text, { excluded: [{ start: 10, end: 17 }] }), []);
  });

  it('gives the mentions of some actors only, though longer names of others count', () => {
    const text = 'North Korea, Korea, the US and its allies, Kim';
    assert.deepEqual(found(text, { of: new Set(['korea']) }), ['korea: Korea']);
    assert.deepEqual(found(text, { of: new Set(['us']) }), ['us: US']);
    assert.deepEqual(found(text, { of: new Set(['kim-dae']) }), ['kim+kim-dae: Kim']);
    assert.deepEqual(found(text, { of: new Set() }), []);
  });

  it('prefers the longest of names that overlap, wherever it begins', () => {
    const councils = new NameScan([
      { id: 'security', name: 'Security Council' },
      { id: 'europe', name: 'Council of Europe' },
    ]);
    const text = 'the Security Council of Europe';
    assert.deepEqual(show(text, councils.all(text)), ['europe: Council of Europe']);
  });

  it('finds nothing for no actors, in no text, and for blank names', () => {
    assert.deepEqual(new NameScan([]).all('North Korea'), []);
    assert.deepEqual(scan.all(''), []);
    assert.deepEqual(new NameScan([{ id: 'x', name: ' ' }]).all('a  b'), []);
  });

  it('finds what a search by hand finds', () => {
    const piece = fc.constantFrom(
      ...actors.flatMap(({ name, aliases = [] }) => [name, ...aliases]).filter((name) => /^[\w .’-]+$/u.test(name)),
      ...['north', 'Korea', 'US', 'us', 'and', 'its', 'allies', 'U.S.', 'Friends of', 'kim', 'the', 'THE', 'REFORM'],
      ...[' ', ' ', ' ', '  ', '\n', '\n\n', '’s', "'s", '-', '‑', '.', ', ', 'n', '(', '“', '😀'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.nat(40), fc.nat(10), (pieces, from, size) => {
        const text = pieces.join('');
        assert.deepEqual(show(text, scan.all(text)), show(text, namesByHand(actors, text)));
        const excluded = [{ start: from, end: from + size + 1 }];
        assert.deepEqual(show(text, scan.all(text, { excluded })), show(text, namesByHand(actors, text, excluded)));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the names of the real articles as a search by hand does', () => {
    for (const text of articles.values())
      assert.deepEqual(show(text, scan.all(text)), show(text, namesByHand(actors, text)));
  });
});
