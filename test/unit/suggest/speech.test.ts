import assert from 'node:assert/strict';
import fc from 'fast-check';
import { guessClaim, type ClaimGuess } from '../../../src/suggest/speech';
import { sentenceAt } from '../../../src/suggest/sentences';
import { articles } from './articles';

const actors = [
  { id: 'nk', name: 'North Korea', aliases: ['DPRK', 'Pyongyang'] },
  { id: 'us', name: 'United States', aliases: ['US', 'U.S.'] },
  { id: 'ru', name: 'Russia', aliases: ['Moscow'] },
  { id: 'cn', name: 'China' },
  { id: 'kim', name: 'Kim Jong Un' },
];
const context = { actors, mentions: [], author: 'lee' };

/** The guess for the sentence that begins with `from`, or the text's first. */
function guess(text: string, from = text): ClaimGuess {
  return guessClaim(text, sentenceAt(text, text.indexOf(from)), context);
}

describe('guessClaim', () => {
  const author = { speaker: ['lee'], attribution: 'author', act: 'assert' };
  const imputed = (holder?: string): object => ({
    speaker: ['lee'],
    ...(holder ? { holder } : {}),
    attribution: 'imputed',
    act: 'assert',
  });
  const reported = (speaker: string[], rest: object = {}): object => ({
    speaker,
    attribution: 'reported',
    act: 'assert',
    ...rest,
  });
  const cases: [string, object][] = [
    ['The tests threaten nobody in the region.', { attribution: 'reported', act: 'threaten' }],
    ['The region grows poorer by the year.', author],
    [
      'The US and its allies have condemned North Korea’s latest test.',
      reported(['us'], { addressee: 'nk', act: 'condemn', stance: 'oppose' }),
    ],
    ['North Korea and Russia have reaffirmed their alignment against the US.', reported(['nk', 'ru'])],
    ['The US has also urged Russia to play a constructive role.', reported(['us'], { addressee: 'ru', act: 'demand' })],
    [
      'The US expressed concern over Russia’s role, accusing Moscow of enabling it.',
      reported(['us'], { addressee: 'ru', act: 'accuse', stance: 'oppose' }),
    ],
    [
      'The US called for the full implementation of the sanctions on North Korea.',
      reported(['us'], { act: 'demand', stance: 'support' }),
    ],
    [
      'North Korea has lambasted the US for its plan to isolate China.',
      reported(['nk'], { addressee: 'us', act: 'condemn', stance: 'oppose' }),
    ],
    [
      '“The levy is a scandal, but it is not the reason why your loaf costs more,” says Kim Jong Un, an economist.',
      { speaker: ['kim'], attribution: 'quoted', act: 'assert' },
    ],
    ['North Korea, in a commentary on the site of Russia, expressed its view.', reported(['nk'])],
    [
      'As tensions between the US and China grow, Pyongyang has praised Moscow.',
      reported(['nk'], { addressee: 'ru', act: 'praise', stance: 'support' }),
    ],
    ['According to Russia and China, the launch broke no law.', reported(['ru', 'cn'])],
    ['The launch broke no law, according to Moscow.', reported(['ru'])],
    [
      'The launch was condemned by the US in the strongest terms.',
      reported(['us'], { act: 'condemn', stance: 'oppose' }),
    ],
    ['The statement, issued by Pyongyang, reaffirms its course.', reported(['nk'])],
    ['North Korea’s leadership said the launch went well.', reported(['nk'])],
    ['Analysts note that Russia gains from it.', { attribution: 'reported', act: 'assert' }],
    [
      'North Korea blamed the US as the “root cause of the Ukrainian crisis” at once.',
      { speaker: ['nk'], addressee: 'us', attribution: 'quoted', act: 'accuse', stance: 'oppose' },
    ],
    ['“The launch broke no law,” said Kim Jong Un.', { speaker: ['kim'], attribution: 'quoted', act: 'assert' }],
    [
      'Kim Jong Un said: “We will never condemn Russia.”',
      { speaker: ['kim'], addressee: 'ru', attribution: 'quoted', act: 'condemn', stance: 'oppose' },
    ],
    ['Russia called it a “success” and vowed more of it.', reported(['ru'], { act: 'promise' })],
    ['Russia’s motive for supporting North Korea’s programs is to weaken the US.', imputed('ru')],
    ['North Korea also seeks to gain leverage over the US.', imputed('nk')],
    ['By expressing solidarity, Pyongyang hopes to secure support from Moscow.', imputed('nk')],
    ['China aims to split the alliance and wants to rule the sea.', imputed('cn')],
    ['Both countries have sought to recruit allies.', imputed()],
    ['The US said that Russia wants to rule the sea.', reported(['us'], { holder: 'ru' })],
    ['Military support for Russia has costs, and the demands of China rise.', author],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(guess(text), expected));

  it('goes on with the paragraph’s last speaker, not with another paragraph’s', () => {
    const text =
      'Russia rejected the plan. It also said that time was short. The tests go on.\nThe tests went on for years.';
    assert.deepEqual(guess(text, 'It also').speaker, ['ru']);
    assert.deepEqual(guess(text, 'The tests go').speaker, ['ru']);
    assert.deepEqual(guess(text, 'The tests went'), author);
  });

  it('takes a marked mention for what it is marked as', () => {
    const text = 'They condemned the launch, and both countries said so.';
    const mentions = [
      { range: { start: 0, end: 4 }, actor: 'ru' },
      { range: { start: 0, end: 4 }, actor: 'cn' },
    ];
    const found = guessClaim(text, { start: 0, end: text.length }, { ...context, mentions });
    assert.deepEqual([found.speaker, found.stance], [['ru', 'cn'], 'oppose']);
  });

  it('names nobody where there is no author', () => {
    assert.deepEqual(guessClaim('It rains.', { start: 0, end: 9 }, { actors: [], mentions: [] }), {
      attribution: 'author',
      act: 'assert',
    });
  });

  it('takes the speaker of a clause from its own verb', () => {
    const text = 'Russia rejected the plan, and China welcomed it.';
    assert.deepEqual(
      guessClaim(text, { start: 26, end: text.length }, context),
      reported(['cn'], { act: 'praise', stance: 'support' }),
    );
  });

  it('gives no neutral stance and throws at nothing', () => {
    const piece = fc.constantFrom(
      'Russia ',
      'and ',
      'North Korea',
      '’s ',
      'said ',
      'condemned ',
      'by ',
      'seeks to ',
      '“',
      '”',
      ', ',
      '. ',
      '\n',
      'according to ',
      '北京说',
      'заявил ',
      '😀',
      'motive is ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(80), fc.nat(80), (pieces, a, b) => {
        const text = pieces.join('');
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const found = guessClaim(text, { start, end }, context);
        assert.ok(found.stance === undefined || ['support', 'oppose'].includes(found.stance));
        assert.equal(new Set(found.speaker).size, found.speaker?.length ?? 0);
      }),
    );
  });

  it('reads a real article', () => {
    const text = [...articles.values()][1];
    if (text === undefined) return;
    assert.deepEqual(guess(text, 'Russia’s motive'), imputed('ru'));
    assert.deepEqual(
      guess(text, 'The US and its allies have also expressed'),
      reported(['us'], { addressee: 'ru', act: 'accuse', stance: 'oppose' }),
    );
    assert.deepEqual(guess(text, 'North Korea and Russia have reaffirmed').speaker, ['nk', 'ru']);
  });
});
