import assert from 'node:assert/strict';
import { markdown } from '../../../../src/exchange/formats/markdown';
import type { Codebook } from '../../../../src/model/codebook';
import { annotation, article, at, sample, written, writtenFiles } from '../sample';

/** The part of a report under a heading. */
function section(report: string, heading: string): string {
  const [, rest] = report.split(`\n## ${heading}\n`);
  assert.ok(rest !== undefined, `There is a heading ${heading}`);
  return rest.split('\n## ')[0] ?? '';
}

describe('markdown', () => {
  it('lists each actor with its claims, each with quotation, source and line', async () => {
    const report = await written(markdown, [sample]);
    assert.ok(report.startsWith('# Actors and their claims\n\nArticles: 1. Actors: 3. Claims: 1.\n'));
    assert.equal(
      section(report, 'Russia'),
      [
        '',
        'Kind: state. Mentions: 0. Claims: 1.',
        '',
        '- “We object … to all of it”',
        '  - Topic: Missile tests are legitimate',
        '  - Stance: Oppose',
        '  - Attribution: quoted',
        '  - Speaker: North Korea, Russia \\(for NATO; the alliance\\)',
        '  - Holder: NATO; the alliance',
        '  - Addressee: unheard-of',
        '  - Source: KCNA; 18 Dec',
        '  - Evidence: UNSCR 1718',
        '  - Counterevidence: UNSCR 1718',
        '  - Note: a b, "c"',
        '  - Place: A “statement”, `a/statement.txt`, line 3',
        '',
      ].join('\n'),
    );
    assert.match(section(report, 'North Korea'), /Mentions: 1\. Claims: 1\./);
    assert.match(section(report, 'NATO; the alliance'), /We object/, 'the holder has the claim too');
  });

  it('gathers an actor over articles, once for a claim that it both makes and holds', async () => {
    const links = [
      { role: 'speaker', actor: 'x' },
      { role: 'holder', actor: 'x' },
    ];
    const one = (path: string): Parameters<typeof written>[1][number] =>
      article(path, 'first\nsecond', [annotation('c', 'claim', at('first\nsecond', 'second'), { links })]);
    const report = await written(markdown, [one('a'), one('b')]);
    const places = [...section(report, 'x').matchAll(/Place: (.*)/g)].map(([, place]) => place);
    assert.deepEqual(places, ['a, line 2', 'b, line 2']);
  });

  it('lists the rest: claims without an actor, sources, passages, types that are not known', async () => {
    const target = at('one', 'one');
    const types = ['claim', 'source', 'passage', 'measure'];
    const annotations = types.map((type) => annotation(type, type, target, { kind: 'k' }));
    const report = await written(markdown, [article('x', 'one', annotations)]);
    const tail = '  - Kind: k\n  - Place: x, line 1\n';
    assert.equal(section(report, 'Claims without an actor'), `\n- “one”\n${tail}`);
    assert.equal(section(report, 'Sources'), `\n- “one”\n  - Source: one\n${tail}`);
    assert.equal(section(report, 'Passages'), `\n- “one”\n${tail}`);
    assert.equal(section(report, 'Other annotations'), `\n- “one”\n  - Type: measure\n${tail}`);
  });

  it('says in bold what isn’t anchored, counts it, and gives it no line', async () => {
    const likely = { start: 0, end: 3, confidence: 0.836 };
    const report = await written(markdown, [
      article('x', 'one', [
        annotation('a', 'passage', at('one', 'one', 'orphaned')),
        annotation('b', 'passage', at('one', 'one', 'orphaned'), { orphaned: true }),
        annotation('c', 'passage', { ...at('one', 'one', 'uncertain'), candidates: [likely] }),
        annotation('d', 'passage', at('one', 'one', 'uncertain')),
      ]),
    ]);
    assert.match(report, /^\*\*Annotations whose place in the text is not sure: 3\.\*\*$/m);
    assert.match(report, /^Annotations kept although their text is gone: 1\.$/m);
    const item = (doubt: string): string => `- “one”\n  - **${doubt}**\n  - Place: x\n`;
    const unsure = 'Uncertain: its place in the changed text is not sure';
    assert.equal(
      section(report, 'Passages'),
      `\n${[
        item('Orphaned: its text is gone'),
        item('Orphan, kept: its text is gone'),
        item(`${unsure}; likeliest place: 84 %`),
        item(unsure),
      ].join('\n')}`,
    );
  });

  it('lets nothing from files take effect', async () => {
    const evil = '\n\n# <img src=x onerror=alert(1)> [x](command:y) | `a` http://evil.example\n- b';
    const codebook: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      actors: [{ id: 'a', name: evil, kind: evil }],
      topics: [{ id: 't', name: evil }],
      sources: [{ id: 's', name: evil }],
      stances: [{ id: 'oppose', name: evil, value: -1 }],
    };
    const links = [
      ...['speaker', 'holder', 'addressee', 'origin'].map((role) => ({ role, actor: 'a', for: 'a' })),
      ...['source', 'evidence', 'counterevidence'].map((role) => ({ role, source: 's' })),
    ];
    const texts = { summary: evil, attribution: evil, kind: evil, reference: evil, url: evil, note: evil, date: evil };
    const fields = { ...texts, topic: 't', stance: 'oppose', links };
    const annotations = ['claim', 'source', 'passage', evil].map((type) =>
      annotation(type, type, at(evil, evil), fields),
    );
    const report = await written(markdown, [article(evil, evil, annotations, codebook, { title: evil })], [codebook]);
    assert.doesNotMatch(report, /<|\](?!\\\()|^- b|(?<![`])http:|(?<!\\)[[|]/m);
    assert.equal(report.match(/^#+ .*$/gm)?.length, 5, 'our own headings only');
    assert.equal(report.match(/^- /gm)?.length, 4, 'our own items only');
  });

  it('counts what it can’t hold', async () => {
    const list = [
      annotation('m', 'actor', at('one', 'one'), { actor: 'x', form: 'name' }),
      annotation('c', 'claim', at('one', 'one'), { attributes: { act: 'demand' }, creator: 'lee' }),
    ];
    const one = article('x.txt', 'one', list, undefined, { title: 'T', author: 'Lee' });
    const { losses } = await writtenFiles(markdown, [one], { codebooks: [] });
    assert.deepEqual(losses, [
      { what: 'authors', count: 1 },
      { what: 'forms of mentions', count: 1 },
      { what: 'places of mentions (they are counted)', count: 1 },
      { what: 'attributes of annotations', count: 1 },
      { what: 'creators of annotations', count: 1 },
    ]);
  });
});
