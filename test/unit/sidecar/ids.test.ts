import assert from 'node:assert/strict';
import { sha256 } from '../../../src/sidecar/hash';
import { derivedId, newId, quickDerivedId, slug } from '../../../src/sidecar/ids';

const none = new Set<string>();

describe('ids', () => {
  it('are 12 characters of [0-9a-z], each digit about as often', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 3000; i++) {
      const id = newId();
      assert.match(id, /^[0-9a-z]{12}$/);
      for (const digit of id) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    // 1000 each on average with a deviation of 31; taking bytes modulo 36 would give "0" to "3" 1125 each.
    const first = ['0', '1', '2', '3'].reduce((sum, digit) => sum + (counts.get(digit) ?? 0), 0);
    assert.ok(first > 3650 && first < 4350, String(first));
    assert.equal(counts.size, 36);
  });

  it('follow from a seed, in the same form', async () => {
    for (const derive of [derivedId, (seed: string) => Promise.resolve(quickDerivedId(seed))]) {
      assert.equal(await derive('csv:1'), await derive('csv:1'));
      assert.notEqual(await derive('csv:1'), await derive('csv:2'));
      for (const seed of ['', 'csv:1', '\ud800']) assert.match(await derive(seed), /^[0-9a-z]{12}$/);
    }
  });

  it('of the codebook are slugs of a name', () => {
    const cases: [string, string][] = [
      ['North Korea', 'north-korea'],
      ['  U.S. & its “allies” ', 'u-s-its-allies'],
      ['People’s Daily', 'peoples-daily'],
      ['Co\u0302te d’Ivoire', 'c\u00f4te-divoire'],
      ['ЕСЛИ 北朝鮮 2023', 'если-北朝鮮-2023'],
      ['भारत', 'भारत'],
      ['İran', 'i\u0307ran'],
      ['__proto__', 'proto'],
      ['../..', 'unnamed'],
      ['🚀', 'unnamed'],
      ['', 'unnamed'],
    ];
    for (const [name, id] of cases) assert.equal(slug(name, none), id);
  });

  it('of the codebook are numbered where they are taken', () => {
    assert.equal(slug('Iran', new Set(['iran'])), 'iran-2');
    assert.equal(slug('Iran', new Map([['iran', 1] as const, ['iran-2', 1] as const])), 'iran-3');
    assert.equal(slug('!', new Set(['unnamed'])), 'unnamed-2');
  });
});

describe('sha256', () => {
  it('is that of the UTF-8 bytes, a lone surrogate counting as U+FFFD', async () => {
    assert.equal(await sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(await sha256('é𝔘'), 'd1d530f98a90d8d822fde9783fc15fa090de82bf9d074e46e1f4109d06373c03');
    assert.equal(await sha256('\ud800'), await sha256('\ufffd'));
  });
});
