import assert from 'node:assert/strict';
import { gone } from '../../../src/anchoring/finding/unsought';
import { placements } from '../../../src/anchoring/finding/placing';
import type { Placement } from '../../../src/anchoring/finding/placement';
import { quoteAll } from '../../../src/anchoring/quoting';
import { completed } from '../../../src/anchoring/slices';
import { exportContent, soughtTargets, unannotated, type ExportContent } from '../../../src/exchange/exportArticle';
import type { Annotation, Target } from '../../../src/model/annotation';
import type { Sidecar } from '../../../src/model/article';
import { sha256 } from '../../../src/sidecar/hash';

const old = 'Share this 😀 page.\nNorth Korea fired two missiles.\nRussia said nothing of it for many days.\n';
const now = `A new line.\n${old.replace('for many days', 'and left it there')}`;

function words(...parts: readonly string[]): Target[] {
  return quoteAll(
    old,
    parts.map((part) => ({ start: old.indexOf(part), end: old.indexOf(part) + part.length })),
  );
}

async function sidecarOf(annotations: readonly Annotation[]): Promise<Sidecar> {
  const article = { file: 'a.txt', sha256: (await sha256(old)).toUpperCase(), length: old.length, title: 'A' };
  return { format: 'policy-annotations', version: 1, article: { ...article, excluded: words('Share') }, annotations };
}

async function placed(sidecar: Sidecar, text: string): Promise<ExportContent> {
  const present = { text, sha256: await sha256(text) };
  const sought = soughtTargets(sidecar);
  const places = sought.map((target): readonly Placement[] =>
    target.orphaned ? gone(target, text) : (completed(placements({ ...present, targets: [target] }))[0] ?? []),
  );
  return exportContent(sidecar, present, places);
}

const annotations: readonly Annotation[] = [
  { id: 'b', type: 'actor', target: words('Russia'), note: 'kept' },
  { id: 'a', type: 'actor', target: words('North Korea') },
  { id: 'c', type: 'claim', target: words('North Korea', 'for many days') },
  { id: 'd', type: 'actor', target: words('Russia'), orphaned: true },
];

describe('What a sidecar says', () => {
  it('is as it is where the text is the same, in the order of the text', async () => {
    const sidecar = await sidecarOf(annotations.slice(0, 3));
    const { info, annotations: found } = await placed(sidecar, old);
    assert.deepEqual(
      found.map(({ id, standing }) => [id, standing]),
      [
        ['a', 'anchored'],
        ['c', 'anchored'],
        ['b', 'anchored'],
      ],
    );
    for (const { id, target } of found) {
      const before = annotations.find((one) => one.id === id)?.target;
      assert.deepEqual(
        target.map(({ standing: _, ...range }) => range),
        before,
      );
    }
    assert.deepEqual(info, { ...sidecar.article, sha256: await sha256(old) });
  });

  it('has new places and quotations where it is found again, and is as last seen where not', async () => {
    const { info, text, annotations: found } = await placed(await sidecarOf(annotations), now);
    assert.deepEqual([info.sha256, info.length, info.title], [await sha256(now), now.length, 'A']);
    assert.deepEqual(
      info.excluded?.map(({ start, end }) => text.slice(start, end)),
      ['Share'],
    );
    const byId = new Map(found.map((one) => [one.id, one]));
    for (const id of ['a', 'b']) {
      const one = byId.get(id);
      assert.deepEqual([one?.standing, one?.text], ['anchored', undefined]);
      for (const { start, end, exact } of one?.target ?? []) assert.equal(now.slice(start, end), exact);
    }
    const mixed = byId.get('c');
    assert.notEqual(mixed?.standing, 'anchored');
    assert.equal(mixed?.text, await sha256(old));
    assert.equal(now.slice(mixed?.target[0]?.start, mixed?.target[0]?.end), 'North Korea');
    assert.equal(mixed?.target[1]?.start, old.indexOf('for many days'));
    assert.equal(byId.get('d')?.standing, 'orphaned');
    assert.equal(byId.get('d')?.target[0]?.exact, 'Russia');
  });

  it('is nothing of an article that nobody annotated', async () => {
    const hash = await sha256(now);
    assert.deepEqual(unannotated('x.txt', { text: now, sha256: hash }), {
      ...{ text: now, coding: [], annotations: [] },
      info: { file: 'x.txt', sha256: hash, length: now.length },
    });
  });

  it('survives offsets that no text has', async () => {
    const strange = { start: -5, end: 1e9, exact: 'Russia', prefix: '', suffix: '' };
    assert.deepEqual(gone({ target: [strange] }, 'a'), [
      { start: 0, end: 0, standing: 'orphaned', confidence: 0, candidates: [] },
    ]);
    assert.equal(gone({ target: [{ ...strange, start: 1 }] }, '😀')[0]?.start, 0);
    const { annotations: found } = await placed(await sidecarOf([{ id: 'x', type: 'actor', target: [strange] }]), now);
    assert.equal(found[0]?.target[0]?.exact, 'Russia');
  });
});
