import assert from 'node:assert/strict';
import type { Annotation, Link } from '../../../src/model/annotation';
import type { Sidecar } from '../../../src/model/article';
import type { Actor, Codebook, Topic } from '../../../src/model/codebook';
import { mergeCodebooks } from '../../../src/sidecar/mergeCodebooks';
import { checkedOutByGit, mergeSidecars } from '../../../src/sidecar/mergeSidecars';
import { printSidecar } from '../../../src/sidecar/print';
import { readSidecar } from '../../../src/sidecar/read';
import type { Conflict } from '../../../src/sidecar/threeWay';
import { codebook, hashA, hashB, mention, sidecar, target } from './examples';

const claim = (id: string, fields: Partial<Annotation> = {}): Annotation => mention(id, { type: 'claim', ...fields });

function told(conflicts: readonly Conflict[]): string[] {
  return conflicts.map(({ code, path }) => `${code} ${path.join('.')}`);
}

/** One annotation on the three sides (undefined: isn't there), merged. */
function one(base?: Annotation, ours?: Annotation, theirs?: Annotation): [Annotation | undefined, string[]] {
  const side = (annotation?: Annotation): Sidecar => sidecar(annotation ? [annotation] : []);
  const { merged, conflicts } = mergeSidecars(side(base), side(ours), side(theirs));
  assert.ok(readSidecar(new TextEncoder().encode(printSidecar(merged))).ok);
  return [merged.annotations[0], told(conflicts)];
}

describe('merging sidecars', () => {
  it('keeps what each side added, changed and removed, by id', () => {
    const base = sidecar([mention('a'), mention('b'), mention('c'), mention('d')]);
    const ours = sidecar([mention('a', { note: 'ours' }), mention('c'), mention('d'), mention('x')]);
    const theirs = sidecar([mention('a'), mention('b'), mention('c', { note: 'theirs' }), mention('b0')]);
    const { merged, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(merged.annotations, [
      mention('a', { note: 'ours' }),
      mention('b0'),
      mention('c', { note: 'theirs' }),
      mention('x'),
    ]);
  });

  it('merges field by field; where both changed one, ours stays and it is reported', () => {
    const base = claim('a', { topic: 't', stance: 'support', note: 'n', modified: '2026-01-01T00:00:00Z' });
    const ours = { ...base, topic: 'ours', stance: 'oppose', modified: '2026-01-02T00:00:00Z' };
    const theirs = { ...base, note: 'theirs', stance: 'neutral', modified: '2026-01-03T00:00:00Z' };
    assert.deepEqual(one(base, ours, theirs), [
      { ...ours, note: 'theirs', modified: '2026-01-03T00:00:00Z' },
      ['both-changed annotations.a.stance'],
    ]);
  });

  it('removes a field that one side removed, but not one that the other changed', () => {
    const base = mention('a', { note: 'n', form: 'name' });
    assert.deepEqual(one(base, mention('a', { note: 'n' }), mention('a', { form: 'name' })), [mention('a'), []]);
    assert.deepEqual(one(base, mention('a', { note: 'n' }), { ...base, form: 'nominal' }), [
      { ...base, form: 'nominal' },
      ['edit-beats-removal annotations.a.form'],
    ]);
  });

  it('lets an edit beat a removal on either side, and reports it', () => {
    const edited = mention('a', { note: 'n' });
    const report = ['edit-beats-removal annotations.a'];
    assert.deepEqual(one(mention('a'), undefined, edited), [edited, report]);
    assert.deepEqual(one(mention('a'), edited, undefined), [edited, report]);
    assert.deepEqual(one(mention('a'), undefined, mention('a')), [undefined, []]);
    assert.deepEqual(one(mention('a'), mention('a'), undefined), [undefined, []]);
  });

  it('takes links as a set by their key', () => {
    const [a, b, c, d]: Link[] = ['a', 'b', 'c', 'd'].map((actor) => ({ role: 'speaker', actor })) as [
      Link,
      Link,
      Link,
      Link,
    ];
    const links = (...all: (Link | undefined)[]): Annotation => claim('x', { links: all as Link[] });
    assert.deepEqual(one(links(a, b), links(b, c), links(a, b, d)), [links(b, c, d), []]);
    const forNato = { role: 'speaker', actor: 'a', for: 'nato' };
    const asMention = { role: 'speaker', actor: 'a', annotation: 'm' };
    assert.deepEqual(one(links(a), links(forNato), links(asMention)), [links({ ...forNato, ...asMention }), []]);
    assert.deepEqual(one(claim('x'), links(a), links(b)), [links(a, b), []]);
    assert.deepEqual(one(links(a), claim('x'), links(a)), [claim('x'), []]);
  });

  it('takes attributes key by key, whatever their names', () => {
    const from = (json: string): Annotation => claim('x', { attributes: JSON.parse(json) as Record<string, string> });
    assert.deepEqual(
      one(from('{"a":1,"b":1}'), from('{"a":2,"b":1,"__proto__":1}'), from('{"a":1,"constructor":[3]}')),
      [from('{"a":2,"__proto__":1,"constructor":[3]}'), []],
    );
    assert.deepEqual(one(claim('x'), from('{"a":1}'), from('{"b":1}')), [from('{"a":1,"b":1}'), []]);
  });

  it('takes the target with its text as one field', () => {
    const at = (start: number, exact: string): Annotation =>
      mention('a', { target: [target(start, start + 5, exact)] });
    assert.deepEqual(one(at(1, 'x'), at(1, 'x'), at(2, 'y')), [at(2, 'y'), []]);
    assert.deepEqual(one(at(1, 'x'), at(3, 'z'), at(2, 'y')), [at(3, 'z'), ['both-changed annotations.a.target']]);
  });

  it('follows the text of ours, and says of theirs which text they mean', () => {
    const moved = (annotations: readonly Annotation[], sha256: string): Sidecar =>
      sidecar(annotations, { article: { file: 'statement.txt', sha256, length: 200, title: sha256[0] } });
    const at = (start: number, exact = 'words'): readonly [Annotation['target'][number]] => [
      target(start, start + 5, exact),
    ];
    const base = moved([mention('a', { target: at(10) }), mention('b', { target: at(10) })], 'c'.repeat(64));
    const ours = moved([mention('a', { target: at(20) }), mention('b', { target: at(20) })], hashA);
    const theirs = moved(
      [mention('a', { target: at(30) }), mention('b', { target: at(30, 'more') }), mention('n', { target: at(40) })],
      hashB,
    );
    const { merged, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual([merged.article.sha256, merged.article.length], [hashA, 200]);
    assert.deepEqual(merged.annotations, [
      mention('a', { target: at(20) }),
      mention('b', { target: at(30, 'more'), text: hashB }),
      mention('n', { target: at(40), text: hashB }),
    ]);
    assert.deepEqual(told(conflicts), ['both-changed article.title']);
    assert.deepEqual(told(mergeSidecars(base, moved([], hashA), base).conflicts), []);
    assert.deepEqual(mergeSidecars(base, moved([], hashA), base).merged.annotations, []);
  });

  it('follows the text of theirs where git checks that out: theirs alone changed it', () => {
    const of = (sha256: string, annotations: readonly Annotation[], excluded = [target(0, 5)]): Sidecar =>
      sidecar(annotations, { article: { file: 'statement.txt', sha256, length: 100, excluded } });
    const moved = mention('a', { target: [target(50, 55)] });
    const base = of(hashA, [mention('a')]);
    const ours = of(hashA, [mention('a', { note: 'ours' }), mention('b')]);
    const theirs = of(hashB, [moved], [target(40, 45)]);
    assert.deepEqual([checkedOutByGit(base, ours, theirs), checkedOutByGit(base, theirs, ours)], ['theirs', 'ours']);
    assert.equal(checkedOutByGit(undefined, ours, theirs), 'ours');
    assert.equal(checkedOutByGit(of('c'.repeat(64), []), ours, theirs), 'ours');

    const { merged, conflicts } = mergeSidecars(base, ours, theirs, 'theirs');
    assert.deepEqual(merged.article, theirs.article);
    assert.deepEqual(merged.annotations, [{ ...moved, note: 'ours' }, mention('b', { text: hashA })]);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(mergeSidecars(base, theirs, ours).merged, merged);

    const marked = of(hashA, [], [target(0, 5), target(7, 9, 'x')]);
    const { merged: kept, conflicts: lost } = mergeSidecars(base, marked, theirs, 'theirs');
    assert.deepEqual([kept.article, told(lost)], [theirs.article, ['both-changed article.excluded']]);
    assert.deepEqual(lost[0]?.ours, marked.article.excluded);
  });

  it('takes the place where a person, or another window, found an old target again in this text', () => {
    const lost = mention('a', { text: hashB });
    const found = mention('a', { target: [target(40, 45)] });
    const elsewhere = mention('a', { target: [target(60, 65)] });
    assert.deepEqual(one(lost, lost, found), [found, []]);
    assert.deepEqual(one(lost, found, lost), [found, []]);
    assert.deepEqual(one(lost, found, elsewhere), [found, ['both-changed annotations.a.target']]);
    const widened = mention('a', { target: [target(40, 50, 'more words')] });
    assert.deepEqual(one(lost, found, widened), [widened, []]);
    assert.deepEqual(one(lost, { ...lost, text: 'c'.repeat(64) }, found), [found, []]);
  });

  it('leaves an annotation its text where its ranges lie outside of the one that is checked out', () => {
    const outside = mention('a', { target: [target(150, 155)] });
    const longer = sidecar([outside], { article: { file: 'statement.txt', sha256: hashA, length: 200 } });
    const { merged } = mergeSidecars(sidecar([]), sidecar([]), longer);
    assert.deepEqual(merged.annotations, [{ ...outside, text: hashA }]);
    assert.ok(readSidecar(new TextEncoder().encode(printSidecar(merged))).ok);
  });

  it('takes an earlier time of the side that changed it, and what became empty', () => {
    const at = (time: string): Annotation => mention('a', { modified: `2026-01-0${time}T00:00:00Z` });
    assert.deepEqual(one(at('2'), at('1'), at('2')), [at('1'), []]);
    assert.deepEqual(one(at('2'), at('3'), at('4')), [at('4'), []]);
    const empty = claim('x', { links: [], attributes: {}, supersedes: [] });
    assert.deepEqual(one(claim('x'), empty, claim('x')), [empty, []]);
    assert.deepEqual(one(empty, empty, claim('x')), [claim('x'), []]);
  });

  it('never unites two things made under one id: theirs gets a new one, with what refers to it', () => {
    const mine = mention('a');
    const yours = mention('a', { target: [target(50, 55, 'other')] });
    const theirClaim = claim('c', { links: [{ role: 'repeats', annotation: 'a' }], supersedes: ['a'] });
    const { merged, conflicts } = mergeSidecars(sidecar([]), sidecar([mine]), sidecar([yours, theirClaim]));
    const newId = conflicts[0]?.newId ?? '';
    assert.match(newId, /^[0-9a-z]{12}$/);
    assert.deepEqual(told(conflicts), ['same-id annotations.a']);
    assert.deepEqual(
      new Set(merged.annotations),
      new Set([
        mine,
        { ...yours, id: newId },
        { ...theirClaim, links: [{ role: 'repeats', annotation: newId }], supersedes: [newId] },
      ]),
    );
    assert.deepEqual(mergeSidecars(undefined, sidecar([mine]), sidecar([yours])).conflicts[0]?.newId, newId);
  });

  it('unites one thing that both sides made', () => {
    assert.deepEqual(one(undefined, mention('a'), mention('a', { note: 'n' })), [mention('a', { note: 'n' }), []]);
  });

  it('merges coding by creator, boilerplate by its place, and unknown fields', () => {
    const with_ = (coding: object[], excluded: number[], more: object): Sidecar =>
      sidecar([], {
        article: { file: 'f', sha256: hashA, length: 100, excluded: excluded.map((start) => target(start, start + 5)) },
        coding,
        ...more,
      });
    const lee = { creator: 'lee', status: 'done' };
    const kim = { creator: 'kim', status: 'todo' };
    const { merged, conflicts } = mergeSidecars(
      with_([lee], [1, 11], { x: 1, gone: 1 }),
      with_([lee, kim], [1, 21], { x: 1 }),
      with_([{ ...lee, note: 'n' }], [1, 11, 31], { x: 2, gone: 1, y: [3] }),
    );
    assert.deepEqual(merged, with_([{ ...lee, note: 'n' }, kim], [1, 21, 31], { x: 2, y: [3] }));
    assert.deepEqual(conflicts, []);
  });

  it('reports boilerplate of theirs that it cannot place', () => {
    const of = (sha256: string, ...starts: number[]): Sidecar =>
      sidecar([], {
        article: {
          file: 'f',
          sha256,
          length: 100,
          excluded: starts.map((start) => target(start, start + 5, `${start}`)),
        },
      });
    assert.deepEqual(told(mergeSidecars(of(hashA), of(hashB), of(hashA, 1)).conflicts), [
      'both-changed article.excluded',
    ]);
    assert.deepEqual(told(mergeSidecars(of(hashA, 1), of(hashB, 1), of(hashA, 1)).conflicts), []);
    const moved = of(hashA, 1);
    const [range] = moved.article.excluded ?? [];
    const theirs = { ...moved, article: { ...moved.article, excluded: range ? [{ ...range, start: 0 }] : [] } };
    assert.deepEqual(told(mergeSidecars(moved, of(hashB), theirs).conflicts), ['both-changed article.excluded']);
  });
});

describe('merging codebooks', () => {
  const korea: Actor = { id: 'north-korea', name: 'North Korea', aliases: ['DPRK', 'NK'] };
  const of = (...actors: Actor[]): Codebook => codebook({ actors });

  it('takes aliases, members and former ids as sets', () => {
    const { merged, conflicts } = mergeCodebooks(
      of(korea),
      of({ ...korea, aliases: ['DPRK', 'Pyongyang'], formerIds: ['nk'] }),
      of({ ...korea, name: 'DPR Korea', aliases: ['DPRK', 'NK', 'Choson'], formerIds: ['dprk'] }),
    );
    assert.deepEqual(merged.actors, [
      { ...korea, name: 'DPR Korea', aliases: ['DPRK', 'Pyongyang', 'Choson'], formerIds: ['nk', 'dprk'] },
    ]);
    assert.deepEqual(conflicts, []);
  });

  it('unites an actor that both sides made alike', () => {
    const { merged, conflicts } = mergeCodebooks(of(), of(korea), of({ ...korea, aliases: ['DPRK'], kind: 'state' }));
    assert.deepEqual(merged.actors, [{ ...korea, kind: 'state' }]);
    assert.deepEqual(conflicts, []);
  });

  it('never unites two actors of one id: theirs gets a new one, with what refers to it', () => {
    const state = { id: 'georgia', name: 'Georgia', kind: 'state' };
    const place = { id: 'georgia', name: 'Georgia', kind: 'place' };
    const city = { id: 'tbilisi', name: 'Tbilisi', parent: 'georgia', members: ['georgia'] };
    const theirs = codebook({ actors: [place, city], sources: [{ id: 's', name: 'S', origin: 'georgia' }] });
    const { merged, conflicts } = mergeCodebooks(of({ ...korea, formerIds: ['georgia-2'] }), of(state), theirs);
    assert.deepEqual(told(conflicts), ['same-id actors.georgia']);
    assert.equal(conflicts[0]?.newId, 'georgia-3');
    assert.deepEqual(merged.actors, [
      state,
      { ...place, id: 'georgia-3' },
      { ...city, parent: 'georgia-3', members: ['georgia-3'] },
    ]);
    assert.equal(merged.sources?.[0]?.origin, 'georgia-3');
  });

  it('takes fields of other tools as a whole, whatever they are called and hold', () => {
    const kept = (base: unknown, ours: unknown, theirs: unknown): unknown => {
      const of = (field: unknown): Codebook => codebook({ topics: [{ id: 't', name: 'T', ...(field as object) }] });
      const { merged, conflicts } = mergeCodebooks(of(base), of(ours), of(theirs));
      return [merged.topics?.[0], conflicts.length];
    };
    const topic = { id: 't', name: 'T' };
    for (const field of ['aliases', 'members', 'formerIds', 'attributes', 'options', 'parentOf']) {
      for (const [before, mine, yours] of [
        [5, 6, 7],
        [null, 'x', 'y'],
        ['ab', 'abc', 'xab'],
        [[{ a: 1 }], [{ a: 1 }, { b: 2 }], [{ a: 1 }, 3]],
        [true, [1, 2], { a: 1 }],
      ] as const) {
        const [base, ours, theirs] = [{ [field]: before }, { [field]: mine }, { [field]: yours }];
        assert.deepEqual(kept(base, ours, theirs), [{ ...topic, ...ours }, 1], field);
        assert.deepEqual(kept(base, base, theirs), [{ ...topic, ...theirs }, 0], field);
        assert.deepEqual(kept(base, ours, {}), [{ ...topic, ...ours }, 1], field);
      }
    }
    const roles = [{ id: 'r', appliesTo: [], takes: [], formerIds: 5 }];
    const place = (fields: object): Codebook =>
      codebook({ topics: [{ ...topic, members: 5, ...fields, id: 'g' } as Topic], roles });
    const { merged } = mergeCodebooks(codebook(), place({ formerIds: [] }), place({ name: 'Other' }));
    assert.deepEqual(merged.roles, roles);
  });

  it('merges with no base, and lists that one side lacks', () => {
    const theirs = codebook({ topics: [{ id: 't', name: 'T' }], themes: [1] });
    assert.deepEqual(mergeCodebooks(undefined, of(korea), theirs), {
      merged: codebook({ actors: [korea], topics: [{ id: 't', name: 'T' }], themes: [1] }),
      conflicts: [],
    });
  });

  it('lets an edit beat a removal, and reports it', () => {
    const edited = { ...korea, note: 'n' };
    const { merged, conflicts } = mergeCodebooks(of(korea), of(), of(edited));
    assert.deepEqual(merged.actors, [edited]);
    assert.deepEqual(told(conflicts), ['edit-beats-removal actors.north-korea']);
  });
});
