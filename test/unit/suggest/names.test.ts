import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameFinder } from '../../../src/suggest/names';
import { properNameAt } from '../../../src/suggest/properName';
import { splitsSurrogatePair } from '../../../src/model/range';
import { articles } from './articles';
import { cursor, slice } from './marked';

const finder = new NameFinder([
  { id: 'korea', name: 'Korea' },
  {
    id: 'north-korea',
    name: 'North Korea',
    aliases: ['DPRK', 'Pyongyang', 'Democratic People’s Republic of Korea', '북한', '朝鲜'],
  },
  { id: 'us', name: 'United States', aliases: ['US', 'U.S.', 'Washington'] },
  { id: 'who', name: 'WHO' },
  { id: 'capital', name: 'Washington' },
  { id: 'hague', name: 'The Hague' },
]);

function at(marked: string): [string, string] | undefined {
  const { text, offset } = cursor(marked);
  const found = finder.at(text, offset);
  return found && [found.actor.id, text.slice(found.range.start, found.range.end)];
}

describe('NameFinder', () => {
  const cases: [string, [string, string] | undefined][] = [
    ['in North Kor|ea today', ['north-korea', 'North Korea']],
    ['in |North Korea today', ['north-korea', 'North Korea']],
    ['in North Korea| today', ['north-korea', 'North Korea']],
    ['in North Korea |today', undefined],
    ['North Kore|a’s tests', ['north-korea', 'North Korea']],
    [
      'the NORTH kor|ea of old',
      ['north-korea', 'North Korea'.replace('Korea', 'kor|ea').replace('North', 'NORTH').replace('|', '')],
    ],
    ['the North\n  Ko|rea of old', ['north-korea', 'North\n  Korea']],
    ['the North\n\nKo|rea of old', ['korea', 'Korea']],
    ["the Democratic People's Rep|ublic of Korea", ['north-korea', "Democratic People's Republic of Korea"]],
    ['North Korea|n tests', undefined],
    ['the |US-led order', ['us', 'US']],
    ['asked |us to leave', undefined],
    ['asked |Us to leave', undefined],
    ['the U.|S. military', ['us', 'U.S.']],
    ['those |who left', undefined],
    ['the W|HO said', ['who', 'WHO']],
    ['dprk| is in lower case', undefined],
    ['북|한은 비난했다', ['north-korea', '북한']],
    ['对朝|鲜政府', ['north-korea', '朝鲜']],
    ['in Wash|ington', ['capital', 'Washington']],
    ['focUS| group', undefined],
  ];
  for (const [marked, expected] of cases)
    it(marked.replaceAll('\n', '⏎'), () => assert.deepEqual(at(marked), expected));

  it('gives all who share a name, those with the name first', () => {
    assert.deepEqual(
      finder.all('Washington', 2).map(({ actor }) => actor.id),
      ['capital', 'us'],
    );
    assert.deepEqual(
      finder.matching('Washington').map(({ id }) => id),
      ['capital', 'us'],
    );
  });

  it('matches what is tagged', () => {
    const ids = (surface: string): string[] => finder.matching(surface).map(({ id }) => id);
    assert.deepEqual(ids(' the United  States '), ['us']);
    assert.deepEqual(ids('The Hague'), ['hague']);
    assert.deepEqual(ids('North Korea’s'), ['north-korea']);
    assert.deepEqual(ids('us'), []);
    assert.deepEqual(ids('W.H.O.'), ['who']);
    assert.deepEqual(ids('North'), []);
    assert.deepEqual(ids(''), []);
  });

  it('lists the names of a range, longest first where they overlap', () => {
    const text = 'North Korea and the US met Koreans in Korea.';
    const names = finder.within(text, { start: 0, end: text.length }).map(({ range }) => slice(text, range));
    assert.deepEqual(names, ['North Korea', 'US', 'Korea']);
    assert.deepEqual(
      finder.within(text, { start: 2, end: 41 }).map(({ range }) => slice(text, range)),
      ['Korea', 'US'],
    );
  });

  it('finds nothing in an empty codebook', () => {
    assert.equal(new NameFinder([]).at('North Korea', 3), undefined);
    assert.deepEqual(new NameFinder([{ id: 'x', name: ' ' }]).matching(' '), []);
  });
});

describe('properNameAt', () => {
  const cases: [string, string | undefined][] = [
    ['met Kim Jong |Un there', 'Kim Jong Un'],
    ['met Kim Jong Un| there', 'Kim Jong Un'],
    ['the |US-led order', 'US'],
    ['the US-l|ed order', undefined],
    ['the U.|S.-led order', 'U.S.'],
    ['its |U.S. counterpart', 'U.S.'],
    ['|The US is here', undefined],
    ['The |US is here', 'US'],
    ['The US|’s plan', 'US'],
    ['the Democratic People|’s Republic of Korea’s tests', 'Democratic People’s Republic of Korea'],
    ['the Democratic People’s Republic o|f Korea’s tests', 'Democratic People’s Republic of Korea'],
    ['it was the Workers’ Par|ty of Korea that', 'Workers’ Party of Korea'],
    ['North Korea and Rus|sia met', 'Russia'],
    ['Russia’s President Pu|tin met', 'President Putin'],
    ['a Russo-North| Korean axis', 'Russo-North Korean'],
    ['the Asia-|Pacific region', 'Asia-Pacific'],
    ['the US-Ch|ina rivalry', 'China'],
    ['saw Yoon Suk-ye|ol there', 'Yoon Suk-yeol'],
    ['a Jakarta|-based writer', 'Jakarta'],
    ['|However, Japan', undefined],
    ['|Similarly, Japan', undefined],
    ['|Countries within the bloc', undefined],
    ['|Pyongyang has said', 'Pyongyang'],
    ['|Beijing has said', 'Beijing'],
    ['|Sanctions hurt. The sanctions of old hurt too.', undefined],
    ['on Decem|ber 18, 2023', undefined],
    ['on Mar|ch 9 they', undefined],
    ['on Wednes|day they', undefined],
    ['and |lower case', undefined],
    ['by John F. Kenn|edy in', 'John F. Kennedy'],
    ['by Ludwig van Bee|thoven in', 'Ludwig van Beethoven'],
    ['Kim of North |Korea', 'North Korea'],
    ['a man called O’Bri|en left', 'O’Brien'],
    ['the Foreign Min|istry’s website', 'Foreign Ministry'],
    ['встретил Владимира Пу|тина там', 'Владимира Путина'],
    ['北京|反对', undefined],
    ['“|Moscow” it said', 'Moscow'],
    ['', undefined],
  ];
  for (const [marked, expected] of cases) {
    it(`${marked} gives ${expected ?? 'nothing'}`, () => {
      const { text, offset } = marked.includes('|') ? cursor(marked) : { text: marked, offset: 0 };
      assert.equal(slice(text, properNameAt(text, offset)), expected);
    });
  }

  it('gives ranges that hold the offset, but for a possessive, and whole characters', () => {
    const piece = fc.constantFrom(
      'Kim',
      ' ',
      'Jong',
      '’s',
      'of ',
      'The ',
      '-',
      'U.S.',
      '\n',
      '𝒜𝒷',
      '😀',
      'É',
      'led',
      '. ',
      '9',
      'March',
    );
    const names = new NameFinder([
      { id: 'a', name: 'Kim Jong' },
      { id: 'b', name: '𝒜' },
      { id: 'c', name: 'U.S.' },
    ]);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(60), (pieces, at) => {
        const text = pieces.join('');
        const offset = Math.min(at, text.length);
        for (const range of [properNameAt(text, offset), names.at(text, offset)?.range]) {
          if (!range) continue;
          assert.ok(
            range.start <= offset && offset <= range.end + 2 && range.start < range.end && range.end <= text.length,
          );
          assert.ok(!splitsSurrogatePair(text, range.start) && !splitsSurrogatePair(text, range.end));
        }
      }),
    );
  });

  it('finds the names of the real articles', () => {
    const found = new Set<string>();
    for (const text of articles.values()) {
      for (const { index } of text.matchAll(/\p{Lu}/gu)) found.add(slice(text, properNameAt(text, index)) ?? '');
    }
    if (articles.size === 0) return;
    for (const name of [
      'North Korea',
      'Kim Jong Un',
      'Democratic People’s Republic of Korea',
      'US',
      'U.S.',
      'Russo-North Korean',
      'UN Security Council',
    ]) {
      assert.ok(found.has(name), name);
    }
    for (const word of ['The', 'However', 'Similarly', 'Moreover', 'US-led', 'Countries', 'Strengthening', 'Beyond'])
      assert.ok(!found.has(word), word);
  });
});
