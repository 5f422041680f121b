import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import { ShownIndex } from '../../../src/corpus/shownIndex';
import { annotations, excluded, ids } from './arbitrary';
import { at, corpus, mention, put, type Marked } from './articles';

const by = (creator: string | undefined, one: Marked): Marked => (creator === undefined ? one : { ...one, creator });

const isLees = (creator: string | undefined): boolean => creator === 'lee';

describe('an index of what some creators made', () => {
  it('is as if the others had made nothing', () => {
    const made = fc
      .tuple(annotations, fc.array(fc.constantFrom('lee', 'kim', undefined), { minLength: 6, maxLength: 6 }))
      .map(([all, creators]) => all.map((one, n) => by(creators[n], one)));
    fc.assert(
      fc.property(fc.array(fc.tuple(made, excluded), { maxLength: 3 }), ids, (articles, wanted) => {
        const [whole, plain] = [new CorpusIndex(), new CorpusIndex()];
        for (const [n, [all, boilerplate]] of articles.entries()) {
          const article = at(`file:/${n}`, `${n}`);
          put(whole, article, all, boilerplate);
          put(
            plain,
            article,
            all.filter(({ creator }) => isLees(creator)),
            boilerplate,
          );
        }
        const shown = new ShownIndex(whole, isLees).current();
        assert.deepEqual([...shown.articles()], [...plain.articles()]);
        assert.deepEqual([...shown.all({}, 'workspace')], [...plain.all({}, 'workspace')]);
        assert.deepEqual(new Map([...shown.counts()].sort()), new Map([...plain.counts()].sort()));
        for (const figures of ['actorFigures', 'topicFigures', 'sourceFigures'] as const)
          assert.deepEqual(shown[figures](wanted), plain[figures](wanted));
        for (const id of wanted) assert.equal(shown.usesOf('actor', id), plain.usesOf('actor', id));
        assert.deepEqual([...whole.all({}, 'workspace')].length, articles.flatMap(([all]) => all).length);
      }),
    );
  });

  it('follows the index of all: articles that are new, changed and gone', () => {
    const lees = by('lee', mention('l', 'us', 0));
    const kims = by('kim', mention('k', 'us', 10));
    const whole = corpus({ 'a.txt': [lees, kims], 'b.txt': [kims] });
    const index = new ShownIndex(whole, isLees);
    const seen = (): readonly string[] =>
      [...index.current().all({}, 'workspace')].map(({ uri, id }) => `${uri} ${id}`);
    assert.deepEqual(seen(), ['file:/a.txt l']);
    put(whole, at('file:/b.txt', 'b.txt'), [kims, by('lee', mention('l2', 'us', 20))]);
    put(whole, at('file:/0.txt', '0.txt'), [by('lee', mention('l0', 'us', 0))]);
    assert.deepEqual(seen(), ['file:/0.txt l0', 'file:/a.txt l', 'file:/b.txt l2']);
    whole.removeArticle('file:/a.txt');
    assert.deepEqual(seen(), ['file:/0.txt l0', 'file:/b.txt l2']);
    assert.deepEqual(Array.from(whole.creators()).sort(), ['kim', 'lee']);
  });
});
