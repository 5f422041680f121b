import assert from 'node:assert/strict';
import { CorpusIndex } from '../../../../src/corpus/corpusIndex';
import { LineIndex } from '../../../../src/model/lines';
import { contextOf, listed, nextMention, visitedActors } from '../../../../src/editor/pickers/visitList';

const actors = [
  { id: 'china', name: 'China' },
  { id: 'north-korea', name: 'North Korea', aliases: ['DPRK'], formerIds: ['dprk'] },
  { id: 'nowhere', name: 'Nowhere' },
  { id: 'russia', name: 'Russia' },
];

const known = { info: { length: 10_000 }, coding: [] };

/** Actors mentioned in an article, ten units apart. */
function mentions(...ids: readonly string[]) {
  return ids.map((actor, n) => ({
    id: `${actor}${n}`,
    type: 'actor',
    actor,
    target: [{ start: n * 10, end: n * 10 + 5 }],
  }));
}

function corpus(): CorpusIndex {
  const index = new CorpusIndex();
  index.setArticle({ uri: 'file:a', folder: 0, path: 'a', ...known }, mentions('china', 'china', 'china', 'russia'));
  index.setArticle({ uri: 'file:b', folder: 0, path: 'b', ...known }, mentions('dprk', 'russia', 'north-korea'));
  return index;
}

describe('The list of actors to go to', () => {
  it("has the article's actors first, by frequency, and none that is mentioned nowhere", () => {
    const visited = visitedActors(actors, corpus(), 'file:b');
    assert.deepEqual(
      visited.map(({ actor, here, all }) => [actor.id, here, all]),
      [
        ['north-korea', 2, 2],
        ['russia', 1, 2],
        ['china', 0, 3],
      ],
    );
  });

  it('shows mentions once something was typed: also by alias, and the article’s before the others', () => {
    const index = corpus();
    const visited = visitedActors(actors, index, 'file:b');
    assert.ok(listed('', visited, index, 'file:b').every((one) => one.mentions.length === 0));
    const [dprk, ...others] = listed('dprk', visited, index, 'file:b');
    assert.deepEqual(others, []);
    assert.deepEqual(
      dprk?.mentions.map(({ uri, id }) => [uri, id]),
      [
        ['file:b', 'dprk0'],
        ['file:b', 'north-korea2'],
      ],
    );
    const [russia] = listed('russ', visited, index, 'file:b');
    assert.deepEqual(
      russia?.mentions.map(({ uri }) => uri),
      ['file:b', 'file:a'],
    );
  });

  it('lists no more than 500 mentions, the best fitting actor’s', () => {
    const index = new CorpusIndex();
    index.setArticle(
      { uri: 'file:a', folder: 0, path: 'a', ...known },
      mentions(...Array<string>(700).fill('russia'), 'china'),
    );
    const visited = visitedActors(actors, index, 'file:a');
    const [russia] = listed('russia', visited, index, 'file:a');
    assert.equal(russia?.mentions.length, 500);
  });

  it('goes from an actor to its next mention: in the article from the cursor, round its end, else elsewhere', () => {
    const index = corpus();
    const [china, russia, northKorea] = visitedActors(actors, index, 'file:a');
    assert.ok(china && russia && northKorea);
    const from = (start: number) => ({ start, end: start });
    assert.equal(nextMention(china, index, 'file:a', from(12))?.id, 'china2');
    assert.equal(nextMention(china, index, 'file:a', from(40))?.id, 'china0');
    assert.deepEqual(nextMention(northKorea, index, 'file:a', from(0))?.uri, 'file:b');
  });
});

describe('The words around a mention', () => {
  const around = (text: string, word: string) => {
    const start = text.indexOf(word);
    return contextOf({ text, lines: new LineIndex(text) }, { start, end: start + word.length });
  };

  it('are those of its line, with the line’s number', () => {
    assert.deepEqual(around('One.\nOn Monday North Korea spoke.\nThree.', 'North Korea'), {
      line: 2,
      text: 'On Monday North Korea spoke.',
    });
    assert.deepEqual(around('Korea spoke', 'Korea'), { line: 1, text: 'Korea spoke' });
  });

  it('are cut between words where the line is long', () => {
    const text = `${'before '.repeat(20)}North Korea${' after'.repeat(30)}`;
    const { text: shown } = around(text, 'North Korea');
    assert.match(shown, /^… (before )+North Korea( after)+ …$/);
    assert.ok(shown.length < 120, shown);
    const solid = around('x'.repeat(100) + 'KOREA' + 'y'.repeat(100), 'KOREA');
    assert.equal(solid.text, '… KOREA …');
  });

  it('stay within the text where the offsets are of another one', () => {
    const text = 'Short.\nText.';
    assert.deepEqual(contextOf({ text, lines: new LineIndex(text) }, { start: 500, end: 510 }), {
      line: 2,
      text: 'Text.',
    });
  });

  it('show the part of a mention that is on its first line', () => {
    const text = 'the North\nKorea again';
    assert.deepEqual(contextOf({ text, lines: new LineIndex(text) }, { start: 4, end: 15 }), {
      line: 1,
      text: 'the North',
    });
  });
});
