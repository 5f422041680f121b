import assert from 'node:assert/strict';
import type { Field } from '../../../../../src/model/form';
import { annotationSections } from '../../../../../src/editor/panels/details/annotationFields';
import { articleSections } from '../../../../../src/editor/panels/details/articleFields';
import { drawn } from '../../../../../src/editor/panels/details/drawing';
import type { SectionSpec } from '../../../../../src/editor/panels/details/fields';
import { codebook, contextOf, marked, words } from './sample';

function draw(sections: readonly SectionSpec[]): readonly (readonly [string, readonly string[]])[] {
  return drawn(sections, words, () => false).map(({ title, fields }) => [title, fields.map(shown)]);
}

function shown(field: Field): string {
  switch (field.kind) {
    case 'several':
      return `${field.label}: ${field.rows.map(({ name, about, onBehalfOf }) => `${name} ${about}${onBehalfOf ?? '-'}`).join(', ')}`;
    case 'text':
      return `${field.label}: ${field.value}${field.hint === '' ? '' : ` (${field.hint})`}`;
    default:
      return `${field.label}: ${field.value}`;
  }
}

describe('The form of the Details view', () => {
  it('has every field of a claim in the contract’s order, and its topic', () => {
    const claim = marked('c1', 'claim', 10, {
      topic: 'tests',
      stance: 'oppose',
      attribution: 'reported',
      date: '2023-12',
      links: [
        { role: 'speaker', actor: 'america', annotation: 'm1', for: 'nato' },
        { role: 'source', source: 'res-1718' },
        { role: 'within', annotation: 'c2' },
        { role: 'foretells', annotation: 'gone' },
      ],
      attributes: { hedged: false, weight: 3, tags: ['a', 'b'], strange: { deep: 1 } },
      note: 'N',
      creator: 'lee',
      created: '2026-11-22T05:00:00Z',
      supersedes: ['c2', 'gone'],
    });
    const others = [marked('m1', 'actor', 12, { actor: 'usa' }), marked('c2', 'claim', 40, { creator: 'kim' })];
    assert.deepEqual(draw(annotationSections(claim, contextOf([claim, ...others]))), [
      ['', ['topic: Missile tests', 'stance: Oppose', 'attribution: reported', 'summary: ', 'date: 2023-12 (date)']],
      ['who', ['speaker: United States line 12NATO', 'holder: ', 'addressee: ']],
      ['evidence', ['source: Resolution 1718 -', 'evidence: ', 'counterevidence: ']],
      ['others', ['within: says c2 line 40-', 'repeats: ', 'contradicts: ', 'foretells: gone -']],
      ['attributes', ['Hedged: No', 'Weight: 3 (integer)', 'Verdict: ', 'When:  (date)', 'Tags: a\nb (list)']],
      ['', ['note: N']],
      [
        'topic Missile tests',
        [
          ...['name: Missile tests', 'broader: Peace', 'description: Of any range.', 'examples: “Tests go on.” (list)'],
          ...['Weight:  (integer)', 'note: ', 'id: tests'],
        ],
      ],
      [
        'facts',
        [
          ...['place: anchored', 'creator: lee', 'created: 2026-11-22T05:00:00Z'],
          ...['supersedes: says c2 (kim, line 40)\ngone', 'strange: {"deep":1}', 'id: c1'],
        ],
      ],
    ]);
  });

  it('shows an actor with its note, and what the codebook says of it', () => {
    const mention = marked('m1', 'actor', 3, { actor: 'america', form: 'nominal' });
    const sections = drawn(
      annotationSections(mention, contextOf([mention])),
      words,
      ({ keeper }) => keeper.in === 'codebook',
    );
    const [own, attributes, note, actor] = sections;
    assert.deepEqual(own?.fields[0], {
      kind: 'choice',
      key: 'annotation.field.actor',
      label: 'actor',
      value: 'United States',
      about: { description: 'Not the people.' },
    });
    assert.deepEqual([own?.key, actor?.key], ['annotation.field.actor', 'actors.field.name']);
    assert.deepEqual([attributes?.fold, attributes?.fields.map(shown)], ['closed', ['Office: ']]);
    assert.deepEqual(note?.fields.map(shown), ['note: ']);
    assert.deepEqual([actor?.title, actor?.isOff, own?.isOff], ['actor United States', true, false]);
    assert.deepEqual(actor?.fields.map(shown), [
      ...['name: United States', 'kind: ', 'aliases: US\nWashington (list)', 'partOf: ', 'members: '],
      ...['sameAs:  (url)', 'color:  (color)', 'Office: ', 'note: Not the people.', 'id: usa', 'formerIds: america'],
    ]);
  });

  it('shows a source, a passage, and a type that it doesn’t know', () => {
    const source = marked('s1', 'source', 3, { source: 'res-1718', links: [{ role: 'origin', actor: 'usa' }] });
    assert.deepEqual(draw(annotationSections(source, contextOf([source]))), [
      ['', ['source: Resolution 1718', 'kind: ', 'reference: ', 'url:  (url)', 'date:  (date)']],
      ['who', ['origin: United States ']],
      ['', ['note: ']],
      [
        'source Resolution 1718',
        [
          'name: Resolution 1718',
          'kind: Document',
          'origin: ',
          'date: 2006 (date)',
          'url:  (url)',
          'note: ',
          'id: res-1718',
        ],
      ],
      ['facts', ['place: anchored', 'id: s1']],
    ]);
    const passage = marked('p1', 'passage', 3, { topic: 'unknown' });
    assert.deepEqual(draw(annotationSections(passage, contextOf([passage]))), [
      ['', ['topic: unknown']],
      ['', ['note: ']],
      ['facts', ['place: anchored', 'id: p1']],
    ]);
    const other = marked('x1', 'emotion', 3, { note: 'kept' });
    assert.deepEqual(draw(annotationSections(other, contextOf([other])))[0], ['', ['note: kept']]);
  });

  it('shows an article, with the status of the person and those of the others', () => {
    const metadata = { title: 'T', date: '2024', encoding: 'latin1', attributes: { tags: ['x'], odd: 'y' } };
    const coding = [
      { creator: 'kim', status: 'done', date: '2026-01-02' },
      { creator: 'lee', status: 'doing', note: 'Read on.' },
    ];
    assert.deepEqual(draw(articleSections({ metadata, coding, creator: 'lee' }, contextOf([]))), [
      ['', ['title: T', 'author: ', 'publisher: ', 'section: ', 'date: 2024 (date)', 'url:  (url)', 'language: ']],
      ['attributes', ['Tags: x (list)']],
      ['lee', ['status: DOING', 'note: Read on.']],
      ['facts', ['kim: DONE, 2026-01-02', 'encoding: latin1', 'odd: y']],
    ]);
  });

  it('shows a text of several lines as one, also where one line is expected', () => {
    const source = marked('s1', 'source', 3, { reference: 'First\nsecond', url: 'https://a' });
    const [section] = drawn(annotationSections(source, contextOf([source])), words, () => false);
    const lines = section?.fields.map((field) => (field.kind === 'text' ? field.lines : '-'));
    assert.deepEqual(lines, ['-', '-', 'several', 'one', 'one']);
  });

  it('shows what can’t be seen in names and descriptions, and gives back as it is what is typed into', () => {
    const topics = [{ id: 't', name: 'A\u202eB', description: 'C\u202e\nD' }];
    const claim = marked('c1', 'claim', 3, { topic: 't', summary: 'E\u202eF' });
    const [section] = drawn(annotationSections(claim, contextOf([claim], { ...codebook, topics })), words, () => false);
    const [topic, , , summary] = section?.fields ?? [];
    assert.deepEqual(topic?.kind === 'choice' && [topic.value, topic.about.description], [
      'A⟨U+202E⟩B',
      'C⟨U+202E⟩\nD',
    ]);
    assert.equal(summary?.kind === 'text' && summary.value, 'E\u202eF');
  });

  it('draws the first of very many fields and rows, and says how many more there are', () => {
    const links = [
      ...Array.from({ length: 300 }, (_, n) => ({ role: `role${n}`, annotation: 'c1' })),
      ...Array.from({ length: 300 }, (_, n) => ({ role: 'speaker', actor: `a${n}` })),
    ];
    const claim = marked('c1', 'claim', 3, { links });
    const sections = drawn(annotationSections(claim, contextOf([claim])), words, () => false);
    const said = sections.flatMap(({ fields }) => fields.map((field) => (field.kind === 'fact' ? field.value : '')));
    assert.ok(said.includes('200 more'));
    for (const { fields } of sections) {
      assert.ok(fields.length <= 200);
      for (const field of fields) assert.ok(field.kind !== 'several' || field.rows.length <= 100);
    }
  });

  it('keeps ids of any kind apart', () => {
    const attributes = JSON.parse('{"__proto__": "a", "constructor": "b"}') as Record<string, string>;
    const definitions = ['__proto__', 'constructor', 'toString'].map((id) => ({
      id,
      name: id,
      type: 'text',
      appliesTo: ['claim'],
    }));
    const claim = marked('c1', 'claim', 3, { attributes });
    const sections = annotationSections(claim, contextOf([claim], { ...codebook, attributes: definitions }));
    assert.deepEqual(
      draw(sections).find(([title]) => title === 'attributes'),
      ['attributes', ['__proto__: a', 'constructor: b', 'toString: ']],
    );
  });
});
