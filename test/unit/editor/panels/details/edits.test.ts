import assert from 'node:assert/strict';
import { annotationSections } from '../../../../../src/editor/panels/details/annotationFields';
import { articleSections } from '../../../../../src/editor/panels/details/articleFields';
import { changedItem } from '../../../../../src/editor/panels/details/changedItem';
import { editOf, type Outcome } from '../../../../../src/editor/panels/details/edits';
import type { SectionSpec } from '../../../../../src/editor/panels/details/fields';
import { offersFor } from '../../../../../src/editor/panels/details/offers';
import { codebook, contextOf, found, marked } from './sample';

const claim = marked('c1', 'claim', 10, {
  topic: 'tests',
  links: [{ role: 'speaker', actor: 'usa', annotation: 'm1' }],
  attributes: { tags: ['two\nlines', 'b'] },
});
const mention = marked('m1', 'actor', 12, { actor: 'usa' });
const other = marked('c2', 'claim', 300);
const mark = marked('s1', 'source', 30);
const context = contextOf([claim, mention, mark, other]);
const ofClaim = annotationSections(claim, context);

function set(sections: readonly SectionSpec[], name: string, value: string, keeper?: string): Outcome {
  return editOf(found(sections, name, keeper), { how: 'set', value });
}

/** The arguments of `editAnnotation`, but for the id. */
function edited(name: string, value: string): unknown {
  const outcome = set(ofClaim, name, value);
  if ('problem' in outcome) return outcome.problem;
  assert.ok('command' in outcome.edit && outcome.edit.command === 'editAnnotation');
  const { id, ...args } = outcome.edit.args;
  assert.equal(id, 'c1');
  return args;
}

describe('A change in the Details view', () => {
  it('sets a field to what was typed or chosen, and removes it where nothing was', () => {
    assert.deepEqual(edited('note', '  A note.\n'), { note: 'A note.' });
    assert.deepEqual(edited('note', ' '), { note: null });
    assert.deepEqual(edited('topic', 'peace'), { topic: 'peace' });
    assert.deepEqual(edited('topic', 'missile TESTS'), { topic: 'tests' });
    assert.deepEqual(edited('topic', ''), { topic: null });
    assert.deepEqual(edited('stance', 'oppose'), { stance: 'oppose' });
    assert.deepEqual(edited('date', '2023-02'), { date: '2023-02' });
  });

  it('reads attributes by their type', () => {
    assert.deepEqual(edited('hedged', 'false'), { attributes: { hedged: false } });
    assert.deepEqual(edited('hedged', 'Yes'), { attributes: { hedged: true } });
    assert.deepEqual(edited('weight', '5'), { attributes: { weight: 5 } });
    assert.deepEqual(edited('verdict', 'True'), { attributes: { verdict: 'true' } });
    assert.deepEqual(edited('tags', 'two lines\n\n c \nc'), { attributes: { tags: ['two\nlines', 'c'] } });
    assert.deepEqual(edited('weight', ''), { attributes: { weight: null } });
  });

  it('is refused where a field can’t hold it', () => {
    assert.deepEqual(edited('date', 'last year'), { is: 'date' });
    assert.deepEqual(edited('date', '2023-02-30'), { is: 'date' });
    assert.deepEqual(edited('weight', 'much'), { is: 'integer' });
    assert.deepEqual(edited('weight', '6'), { is: 'atMost', bound: 5 });
    assert.deepEqual(edited('weight', '0'), { is: 'atLeast', bound: 1 });
    assert.deepEqual(edited('topic', 'tea'), { is: 'unknown', name: 'tea' });
    assert.deepEqual(edited('hedged', 'perhaps'), { is: 'unknown', name: 'perhaps' });
    const ofMention = annotationSections(mention, context);
    assert.deepEqual(set(ofMention, 'actor', ''), { problem: { is: 'required' } });
    const twice = {
      ...codebook,
      topics: [
        { id: 'a', name: 'Same' },
        { id: 'b', name: 'Same' },
      ],
    };
    const ambiguous = set(annotationSections(claim, contextOf([claim], twice)), 'topic', 'Same');
    assert.deepEqual(ambiguous, { problem: { is: 'ambiguous', name: 'Same' } });
  });

  it('adds and removes links, and says on whose behalf', () => {
    const link = (role: string, how: 'set' | 'add' | 'remove', value: string, row?: string): unknown => {
      const outcome = editOf(found(ofClaim, role), { how, value, ...(row === undefined ? {} : { row }) });
      return 'problem' in outcome ? outcome.problem : outcome.edit;
    };
    const offered = (role: string, typed = ''): readonly string[] =>
      offersFor(found(ofClaim, role).field, undefined, typed, 'none').offers.map(({ id }) => id);
    assert.deepEqual(offered('holder')[0], 'actor+annotation m1');
    assert.deepEqual(link('holder', 'add', 'actor+annotation m1'), {
      command: 'link',
      args: { from: 'c1', role: 'holder', actor: 'usa', annotation: 'm1' },
    });
    assert.deepEqual(link('holder', 'add', 'washington'), {
      command: 'link',
      args: { from: 'c1', role: 'holder', actor: 'usa' },
    });
    assert.deepEqual(offered('speaker', 'united'), []); // is one already
    assert.deepEqual(offered('evidence'), ['annotation s1', 'source res-1718']);
    assert.deepEqual(link('contradicts', 'add', 'annotation c2'), {
      command: 'link',
      args: { from: 'c1', role: 'contradicts', annotation: 'c2' },
    });
    const row = '["speaker","actor","usa"]';
    assert.deepEqual(link('speaker', 'remove', row), {
      command: 'unlink',
      args: { from: 'c1', role: 'speaker', actor: 'usa', annotation: 'm1' },
    });
    assert.deepEqual(link('speaker', 'set', 'nato', row), {
      command: 'link',
      args: { from: 'c1', role: 'speaker', actor: 'usa', annotation: 'm1', for: 'nato' },
    });
    assert.deepEqual(link('speaker', 'set', '', row), {
      command: 'link',
      args: { from: 'c1', role: 'speaker', actor: 'usa', annotation: 'm1', for: null },
    });
    assert.deepEqual(link('speaker', 'remove', 'gone'), { is: 'unknown', name: 'gone' });
    assert.deepEqual(link('speaker', 'add', 'nobody'), { is: 'unknown', name: 'nobody' });
  });

  it('goes to the article, and to the coding status, which begins with a note', () => {
    const sections = articleSections({ metadata: {}, coding: [], creator: 'lee' }, context);
    assert.deepEqual(set(sections, 'title', 'T', 'article'), {
      edit: { command: 'editArticleMetadata', args: { title: 'T' } },
    });
    assert.deepEqual(set(sections, 'tags', 'x', 'article'), {
      edit: { command: 'editArticleMetadata', args: { attributes: { tags: ['x'] } } },
    });
    assert.deepEqual(set(sections, 'url', 'a.b', 'article'), { problem: { is: 'url' } });
    assert.deepEqual(set(sections, 'status', 'DONE', 'coding'), {
      edit: { command: 'setCodingStatus', args: { status: 'done' } },
    });
    assert.deepEqual(set(sections, 'note', 'N', 'coding'), {
      edit: { command: 'setCodingStatus', args: { status: 'doing', note: 'N' } },
    });
    assert.deepEqual(set(sections, 'status', '', 'coding'), { problem: { is: 'required' } });
  });

  it('goes to the thing of the codebook that the annotation is about', () => {
    const ofMention = annotationSections(mention, context);
    const item = (name: string, value: string, how: 'set' | 'add' | 'remove' = 'set'): unknown => {
      const outcome = editOf(found(ofMention, name, 'codebook'), { how, value });
      if ('problem' in outcome) return outcome.problem;
      assert.ok('list' in outcome.edit && outcome.edit.id === 'usa');
      return { ...outcome.edit.changes.fields, ...outcome.edit.changes.attributes };
    };
    assert.deepEqual(item('name', 'USA'), { name: 'USA' });
    assert.deepEqual(item('name', ''), { is: 'required' });
    assert.deepEqual(item('kind', 'superpower'), { kind: 'superpower' });
    assert.deepEqual(item('kind', 'STATE'), { kind: 'state' });
    assert.deepEqual(item('aliases', 'US\nAmerica'), { aliases: ['US', 'America'] });
    assert.deepEqual(item('color', 'red'), { is: 'color' });
    assert.deepEqual(item('office', 'None'), { office: 'None' });
    assert.deepEqual(item('members', 'china', 'add'), { members: ['china'] });
    assert.deepEqual(item('parent', 'nato'), { parent: 'nato' });
    // It would be within itself.
    assert.deepEqual(item('parent', 'pentagon'), { is: 'unknown', name: 'pentagon' });
  });

  it('leaves the other fields of such a thing, and none without a value', () => {
    const before = { id: 'a', name: 'A', note: 'N', attributes: { office: 'O' }, unknown: 1 };
    assert.deepEqual(changedItem(before, { fields: { name: 'B', note: null }, attributes: {} }), {
      ...{ id: 'a', name: 'B', attributes: { office: 'O' }, unknown: 1 },
    });
    assert.deepEqual(changedItem(before, { fields: {}, attributes: { office: null } }), {
      ...{ id: 'a', name: 'A', note: 'N', unknown: 1 },
    });
    assert.deepEqual(changedItem({ id: 'a' }, { fields: {}, attributes: { office: 'O' } }), {
      ...{ id: 'a', attributes: { office: 'O' } },
    });
  });
});

describe('What is offered in the Details view', () => {
  it('is what fits, by name and alias, and no value where there needn’t be one', () => {
    const { field } = found(ofClaim, 'topic');
    const offers = (typed: string) => offersFor(field, undefined, typed, 'none').offers;
    assert.deepEqual(
      offers('').map(({ id, name }) => [id, name]),
      [
        ['', 'none'],
        ['peace', 'Peace'],
        ['tests', 'Missile tests'],
      ],
    );
    assert.deepEqual(offers('mis'), [
      {
        id: 'tests',
        name: 'Missile tests',
        detail: 'Peace',
        description: 'Of any range.',
        examples: ['“Tests go on.”'],
      },
    ]);
    const actor = found(annotationSections(mention, context), 'actor').field;
    assert.deepEqual(
      offersFor(actor, undefined, 'wash', 'none').offers.map(({ name }) => name),
      ['United States'],
    );
    // The one that is mentioned comes first, and there must be one.
    assert.equal(offersFor(actor, undefined, '', 'none').offers[0]?.id, 'usa');
  });

  it('is bounded, and says how much more there is', () => {
    const actors = Array.from({ length: 120 }, (_, index) => ({ id: `a${index}`, name: `Actor ${index}` }));
    const { field } = found(annotationSections(claim, contextOf([claim], { ...codebook, actors })), 'holder');
    const { offers, more } = offersFor(field, undefined, 'actor', 'none');
    assert.deepEqual([offers.length, more], [50, 70]);
  });

  it('is whom an actor may act for', () => {
    const { field } = found(ofClaim, 'speaker');
    const names = offersFor(field, '["speaker","actor","usa"]', 'na', 'none').offers.map(({ name }) => name);
    assert.deepEqual(names, ['NATO', 'China']);
  });
});
