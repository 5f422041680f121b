import assert from 'node:assert/strict';
import { sha256 } from '../../../../src/sidecar/hash';
import { compressed, decompressed } from '../../../../src/editor/texts/compression';
import { outdated, type KeptText } from '../../../../src/editor/texts/eviction';
import { TextStore, type TextStorage } from '../../../../src/editor/texts/textStore';

const DAY = 24 * 60 * 60 * 1000;

/** A storage in memory, with a clock of its own, that may fail. */
class Memory implements TextStorage {
  readonly files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; used: number }>();
  now = 1000 * DAY;
  fails = false;
  writes = 0;

  list(): Promise<readonly KeptText[]> {
    return this.does(() => [...this.files].map(([name, { bytes, used }]) => ({ name, bytes: bytes.length, used })));
  }

  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.does(() => this.files.get(name)?.bytes);
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    return this.does(() => {
      this.writes++;
      this.files.set(name, { bytes: new Uint8Array(bytes), used: this.now });
    });
  }

  remove(name: string): Promise<void> {
    return this.does(() => void this.files.delete(name));
  }

  clear(): Promise<void> {
    return this.does(() => this.files.clear());
  }

  get bytes(): number {
    return [...this.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  private does<T>(work: () => T): Promise<T> {
    return this.fails ? Promise.reject(new Error('ENOSPC')) : Promise.resolve(work());
  }
}

function storeOf(memory: Memory, most = 1_000_000): TextStore {
  return new TextStore(
    memory,
    () => most,
    () => memory.now,
  );
}

/** A text that hardly compresses, another one each time. */
function noise(length: number): string {
  const letters = new Uint8Array(length);
  crypto.getRandomValues(letters);
  return Array.from(letters, (letter) => String.fromCharCode(0x4e00 + letter)).join('');
}

async function kept(store: TextStore, text: string): Promise<string> {
  const hash = await sha256(text);
  await store.keep(text, hash);
  return hash;
}

describe('The store of old texts', () => {
  it('gives back what it was given, whatever the letters', async () => {
    const memory = new Memory();
    const store = storeOf(memory);
    for (const text of ['', 'Plain.\n', '\uFEFFmarked', '“Größe” \u{1F30D}\u2028\u0000 한국', 'x'.repeat(300_000)]) {
      assert.equal(await store.get(await kept(store, text)), text);
      assert.equal(await storeOf(memory).get(await sha256(text)), text, 'in another session');
    }
    assert.ok(memory.bytes < 5000, 'nothing is compressed');
    assert.equal(await store.get(await sha256('another')), undefined);
  });

  it('removes what isn’t what its name says', async () => {
    const memory = new Memory();
    const store = storeOf(memory);
    const broken = await kept(store, 'One text.');
    const swapped = await kept(store, 'Another text.');
    const half = await kept(store, 'Half a text.');
    const name = (hash: string): string => `${hash}.txt.gz`;
    memory.files.set(name(broken), { bytes: new TextEncoder().encode('no gzip'), used: memory.now });
    memory.files.set(name(swapped), { bytes: await compressed('A third text.'), used: memory.now });
    const whole = memory.files.get(name(half))?.bytes ?? new Uint8Array();
    memory.files.set(name(half), { bytes: whole.slice(0, whole.length - 9), used: memory.now });
    for (const hash of [broken, swapped, half]) assert.equal(await store.get(hash), undefined);
    assert.equal(memory.files.size, 0);
    await store.keep('One text.', broken);
    assert.equal(await store.get(broken), 'One text.');
  });

  it('makes no file’s name of what isn’t a hash', async () => {
    const memory = new Memory();
    const store = storeOf(memory);
    await store.keep('text', '../../settings.json');
    assert.equal(memory.files.size, 0);
    assert.equal(await store.get('../../settings.json'), undefined);
  });

  it('stays within its bound, and keeps what was of use last', async () => {
    const memory = new Memory();
    const store = storeOf(memory, 60_000);
    const hashes: string[] = [];
    for (let n = 0; n < 40; n++) {
      memory.now += DAY;
      hashes.push(await kept(store, noise(1000)));
      assert.ok(memory.bytes <= 60_000, `${memory.bytes} bytes`);
      await store.get(hashes[0] ?? '');
    }
    const [first, second] = hashes;
    assert.ok(first !== undefined && second !== undefined);
    assert.notEqual(await store.get(first), undefined, 'it was read every day');
    assert.equal(await store.get(second), undefined);
    assert.notEqual(await store.get(hashes.at(-1) ?? ''), undefined);
  });

  it('knows in a new session what was of use in older ones', async () => {
    const memory = new Memory();
    const old = await kept(storeOf(memory), noise(1000));
    memory.now += DAY;
    const later = await kept(storeOf(memory), noise(1000));
    memory.now += DAY;
    await storeOf(memory).get(old);
    const full = storeOf(memory, memory.bytes + 1);
    await kept(full, noise(500));
    assert.equal(await full.get(later), undefined);
    assert.notEqual(await full.get(old), undefined);
  });

  it('keeps no text that has no room at all, and nothing where there is to be none', async () => {
    const memory = new Memory();
    await kept(storeOf(memory, 500), noise(5000));
    await kept(storeOf(memory, 0), 'short');
    assert.equal(memory.files.size, 0);
  });

  it('writes a text that is seen again only after a day', async () => {
    const memory = new Memory();
    const store = storeOf(memory);
    const hash = await kept(store, 'Again.');
    await kept(store, 'Again.');
    await store.get(hash);
    assert.equal(memory.writes, 1);
    memory.now += 2 * DAY;
    await kept(store, 'Again.');
    await store.get(hash);
    assert.equal(memory.writes, 2);
  });

  it('says that a failing storage has nothing, and goes on when it works again', async () => {
    const memory = new Memory();
    const store = storeOf(memory);
    const hash = await kept(store, 'Text.');
    memory.fails = true;
    assert.equal(await store.get(hash), undefined);
    await assert.rejects(kept(store, 'Other text.'));
    memory.fails = false;
    assert.equal(await store.get(hash), 'Text.');
    assert.equal(await store.get(await kept(store, 'Other text.')), 'Other text.');
  });

  it('is empty when it was cleared', async () => {
    const memory = new Memory();
    const store = storeOf(memory);
    const hash = await kept(store, 'Text.');
    await store.clear();
    assert.equal(memory.files.size, 0);
    assert.equal(await store.get(hash), undefined);
    await store.keep('Text.', hash);
    assert.equal(await store.get(hash), 'Text.');
  });
});

describe('What has to go of a full store', () => {
  const texts = [1, 5, 3, 2, 4].map((used) => ({ name: `${used}`, bytes: 10, used }));

  it('is nothing while there is room', () => {
    assert.deepEqual(outdated(texts, 50), []);
  });

  it('is what was of no use for longest', () => {
    const names = outdated(texts, 40).map(({ name }) => name);
    assert.deepEqual(names.sort(), ['1', '2']);
    assert.equal(outdated(texts, 0).length, 5);
  });
});

describe('Compressed text', () => {
  it('that grows beyond all measure is refused', async () => {
    const bomb = await compressed('a'.repeat(5_000_000));
    await assert.rejects(decompressed(bomb, 1_000_000), RangeError);
  });
});
