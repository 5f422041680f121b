import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimreview } from '../../../../src/exchange/formats/claimreview';
import type { ExportArticle, Options } from '../../../../src/exchange/format';
import type { Loss } from '../../../../src/exchange/losses';
import type { Codebook } from '../../../../src/model/codebook';
import { corpora } from '../corpora';
import { annotation, article, at, codebook, content, links, text, writtenFiles } from '../sample';

type Review = Readonly<Record<string, unknown>> & {
  readonly reviewRating: Readonly<Record<string, unknown>>;
  readonly itemReviewed: Readonly<Record<string, unknown>>;
};

async function reviews(
  articles: readonly ExportArticle[],
  options: Options = {},
): Promise<{ list: readonly Review[]; losses: readonly Loss[] }> {
  const { files, losses } = await writtenFiles(claimreview, articles, { options });
  const file = JSON.parse(new TextDecoder().decode(files.get(''))) as { '@context': string; '@graph': Review[] };
  assert.equal(file['@context'], 'https://schema.org');
  return { list: file['@graph'], losses };
}

const info = {
  title: 'A statement',
  url: 'https://news.example/a',
  date: '2023-12-20',
  author: 'Lee, J.',
  publisher: 'News',
};

function claims(verdicts: readonly (string | undefined)[], book: Codebook = codebook): ExportArticle {
  const target = [at(text, 'We object'), at(text, 'to all of it')];
  const list = verdicts.map((verdict, n) =>
    annotation(`c${n}`, 'claim', target, verdict === undefined ? {} : { attributes: { verdict } }),
  );
  return article('a.txt', content, list, book, info);
}

describe('claimreview', () => {
  const un = { '@type': 'CreativeWork', name: 'UNSCR 1718', url: 'https://un.example/1718' };

  it('rates by the codebook’s verdicts, from false, 1, to true', async () => {
    const all = ['true', 'mostly-true', 'mixed', 'mostly-false', 'false', 'unverifiable', 'odd'];
    const { list } = await reviews([claims(all)]);
    assert.deepEqual(
      list.map(({ reviewRating }) => [reviewRating['ratingValue'], reviewRating['alternateName']]),
      [
        ...[
          [5, 'True'],
          [4, 'Mostly true'],
          [3, 'Mixed'],
          [2, 'Mostly false'],
          [1, 'False'],
        ],
        ...[
          [undefined, 'Unverifiable'],
          [undefined, 'odd'],
        ],
      ],
    );
    assert.deepEqual([list[0]?.reviewRating['bestRating'], list[0]?.reviewRating['worstRating']], [5, 1]);
    const options = ['false', 'half', 'true'].map((id) => ({ id, name: id.toUpperCase() }));
    const verdict = { id: 'verdict', name: 'Verdict', type: 'choice', options, appliesTo: ['claim'] };
    const own = await reviews([claims(['true', 'half', 'false'], { ...codebook, attributes: [verdict] })]);
    assert.deepEqual(
      own.list.map(({ reviewRating }) => reviewRating['ratingValue']),
      [3, 2, 1],
    );
  });

  it('says what Google’s documentation asks for, and more', async () => {
    const list = [
      annotation('m1', 'actor', at(text, 'North Korea'), { actor: 'dprk' }),
      annotation('c1', 'claim', [at(text, 'We object'), at(text, 'to all of it')], {
        ...{ topic: 'old-tests', links, attributes: { verdict: 'false' }, note: 'No "proof"', creator: 'lee' },
        ...{
          summary: 'They object',
          date: '2023-12',
          created: '2026-11-22T05:00:00Z',
          modified: '2026-11-23T05:00:00Z',
        },
      }),
      annotation('s1', 'source', at(text, 'KCNA, 18 Dec'), { reference: 'KCNA', url: 'https://kcna.example/' }),
      annotation('s2', 'source', at(text, 'report'), { source: 'unscr' }),
    ];
    const { list: found, losses } = await reviews([article('a.txt', content, list, codebook, info)]);
    const organization = (name: string): object => ({ '@type': 'Organization', name });
    assert.deepEqual(found, [
      {
        ...{ '@type': 'ClaimReview', identifier: 'c1', url: 'https://news.example/a', claimReviewed: 'They object' },
        ...{ datePublished: '2026-11-23', author: { '@type': 'Person', name: 'lee' }, reviewBody: 'No "proof"' },
        reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
        itemReviewed: {
          ...{ '@type': 'Claim', text: 'We object … to all of it', datePublished: '2023-12' },
          author: [
            organization('North Korea'),
            { ...organization('Russia'), parentOrganization: organization('NATO; the alliance') },
          ],
          about: { '@type': 'Thing', name: 'Missile tests are legitimate' },
          appearance: {
            ...{
              '@type': 'Article',
              url: 'https://news.example/a',
              headline: 'A statement',
              datePublished: '2023-12-20',
            },
            ...{ author: { '@type': 'Person', name: 'Lee, J.' }, publisher: organization('News') },
          },
          firstAppearance: { '@type': 'CreativeWork', name: 'KCNA', url: 'https://kcna.example/' },
        },
        citation: [
          { ...un, description: 'Evidence for the claim' },
          { ...un, description: 'Evidence against the claim' },
        ],
      },
    ]);
    assert.deepEqual(losses, [
      { what: 'annotations that aren’t claims', count: 3 },
      { what: 'links of other roles', count: 2 },
    ]);
  });

  it('takes the quotation where there is no summary, and the article’s author where it speaks itself', async () => {
    const own = annotation('c', 'claim', at(text, 'report\nNorth'), {
      ...{ attribution: 'author', attributes: { verdict: 'mixed', hedged: true }, stance: 'oppose' },
    });
    const { list, losses } = await reviews([article('a.txt', content, [own], codebook, info)]);
    assert.equal(list[0]?.['claimReviewed'], 'report North');
    assert.deepEqual(list[0]['itemReviewed']['author'], { '@type': 'Person', name: 'Lee, J.' });
    assert.deepEqual(losses, [
      { what: 'attributions', count: 1 },
      { what: 'stances', count: 1 },
      { what: 'other attributes', count: 1 },
    ]);
  });

  it('names the page and the publisher that were chosen', async () => {
    const { list } = await reviews([claims(['true'])], { url: 'https://facts.example/1', publisher: 'Facts' });
    assert.equal(list[0]?.['url'], 'https://facts.example/1#c0');
    assert.deepEqual(list[0]['author'], { '@type': 'Organization', name: 'Facts' });
  });

  it('leaves out what was not checked, and counts it', async () => {
    const nowhere = { ...claims(['unchecked', undefined, 'true']), info: { ...article('a', '', []).info } };
    const { list, losses } = await reviews([nowhere]);
    assert.equal(list.length, 1);
    assert.deepEqual(losses, [
      { what: 'claims without a verdict', count: 2 },
      { what: 'addresses of reviews, which search engines ask for (neither chosen nor known)', count: 1 },
    ]);
    assert.deepEqual((await reviews([])).list, []);
  });

  it('is JSON with what is asked for, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { list } = await reviews(articles);
        const checked = articles.flatMap(({ annotations }) =>
          annotations.filter(({ attributes }) => attributes?.['verdict'] !== undefined),
        );
        assert.deepEqual(
          list.map((review) => review['identifier']),
          checked.map(({ id }) => id),
        );
        for (const review of list) assert.ok(review['claimReviewed'] && review.reviewRating['alternateName']);
      }),
      { numRuns: 60 },
    );
  });
});
