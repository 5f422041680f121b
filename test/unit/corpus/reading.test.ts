import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../src/anchoring/slices';
import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import { SidecarReading, type FoundArticle, type SidecarFiles } from '../../../src/corpus/reading';
import { printSidecar } from '../../../src/sidecar/print';
import { mention, sidecar } from '../sidecar/examples';

const NOW = 1_000_000_000;

/** Sidecars in memory, by their articles, and what was done with them. */
class Disk implements SidecarFiles {
  readonly #files = new Map<string, { bytes: Uint8Array; stamp: string; modified: number }>();
  reads: string[] = [];
  #stamps = 0;

  /** With a stamp of its own; long ago, unless said otherwise. */
  write(uri: string, content: string, { age = 60_000, stamp = `${this.#stamps++}` } = {}): void {
    this.#files.set(uri, { bytes: new TextEncoder().encode(content), stamp, modified: NOW - age });
  }

  remove(uri: string): void {
    this.#files.delete(uri);
  }

  readonly state: SidecarFiles['state'] = (uri) => Promise.resolve(this.#files.get(uri));

  readonly read: SidecarFiles['read'] = (uri) => {
    this.reads.push(uri);
    const file = this.#files.get(uri);
    return file?.stamp === 'locked' ? Promise.reject(new Error('EACCES')) : Promise.resolve(file);
  };

  articles(): FoundArticle[] {
    return [...this.#files.keys()].sort().map((uri) => ({ uri, folder: 0, path: uri }));
  }
}

const mentioning = (...actors: string[]): string =>
  printSidecar(sidecar(actors.map((actor, n) => mention(`m${n}`, { actor }))));

class Session {
  readonly index = new CorpusIndex();
  readonly open = new Set<string>();
  readonly reading: SidecarReading;

  constructor(
    readonly disk: Disk,
    madeBy = 'us',
  ) {
    this.reading = new SidecarReading(
      this.index,
      disk,
      (uri) => this.open.has(uri),
      madeBy,
      () => NOW,
    );
  }

  /** What was read for it. */
  async update(articles = this.disk.articles(), cancelAfter = Infinity): Promise<readonly string[]> {
    this.disk.reads = [];
    let pauses = 0;
    const pause = (): Promise<void> => Promise.resolve(void pauses++);
    await this.reading.update(articles, { pause, isCancelled: () => pauses > cancelAfter, report: () => undefined });
    return this.disk.reads.sort();
  }

  async saved(): Promise<Uint8Array> {
    return completed(this.reading.saved());
  }

  uses(): Record<string, number> {
    return Object.fromEntries([...this.index.counts()].map(([id, { mentions }]) => [id, mentions]).sort());
  }
}

/** A later session on the same files. */
async function later(disk: Disk, cache: Uint8Array, madeBy?: string): Promise<Session> {
  const session = new Session(disk, madeBy);
  await session.reading.restore(cache);
  return session;
}

describe('reading the sidecars of a workspace', () => {
  let disk: Disk;
  let session: Session;

  beforeEach(async () => {
    disk = new Disk();
    disk.write('a', mentioning('us', 'karsk'));
    disk.write('b', mentioning('us'));
    session = new Session(disk);
    assert.deepEqual(await session.update(), ['a', 'b']);
    assert.deepEqual(session.uses(), { us: 2, karsk: 1 });
  });

  it('reads again only what is new or was changed, and forgets what is gone', async () => {
    assert.deepEqual(await session.update(), []);
    disk.write('b', mentioning('velmar'));
    disk.write('c', mentioning('us'));
    assert.deepEqual(await session.update(), ['b', 'c']);
    assert.deepEqual(session.uses(), { karsk: 1, us: 2, velmar: 1 });
    const articles = disk.articles();
    disk.remove('a');
    await session.update(articles);
    assert.deepEqual(session.uses(), { us: 1, velmar: 1 });
    assert.deepEqual([...session.reading.uris()], ['b', 'c']);
  });

  it('leaves out what cannot be read, as long as it cannot', async () => {
    const whole = mentioning('velmar');
    for (const broken of [
      whole.slice(0, -5),
      '{"format": "annotorious"}',
      '',
      whole.replace('"actor": "velmar"', '"actor": 3'),
    ]) {
      disk.write('b', broken);
      await session.update();
      assert.deepEqual(session.uses(), { karsk: 1, us: 1 }, broken);
      assert.deepEqual(await session.update(), []);
    }
    disk.write('b', whole);
    await session.update();
    assert.deepEqual(session.uses(), { karsk: 1, us: 1, velmar: 1 });
    disk.write('b', whole, { stamp: 'locked' });
    for (const time of [1, 2]) assert.deepEqual(await session.update(), ['b'], `it may be readable again, ${time}`);
    assert.deepEqual(session.uses(), { karsk: 1, us: 1 });
  });

  it('does not trust a stamp that is young', async () => {
    disk.write('b', mentioning('karsk'), { age: 1000, stamp: 'young' });
    await session.update();
    disk.write('b', mentioning('velmar'), { age: 1000, stamp: 'young' });
    assert.deepEqual(await session.update(), ['b']);
    assert.deepEqual(session.uses(), { us: 1, karsk: 1, velmar: 1 });
  });

  it('leaves an article that is open alone, and looks again when that is over', async () => {
    session.open.add('b');
    session.index.removeArticle('b');
    disk.write('b', mentioning('velmar'));
    await session.update();
    assert.deepEqual(session.uses(), { us: 1, karsk: 1 });
    session.open.delete('b');
    session.reading.doubt('b');
    await session.update();
    assert.deepEqual(session.uses(), { us: 1, karsk: 1, velmar: 1 });
  });

  it('keeps what was read when it is cancelled, and goes on the next time', async () => {
    for (let n = 0; n < 3000; n++) disk.write(`c${n}`, mentioning('velmar'));
    await session.update(disk.articles(), 1);
    const read = session.index.counts().get('velmar')?.mentions ?? 0;
    assert.ok(read > 0 && read < 3000, String(read));
    const rest = await session.update();
    assert.equal(rest.length, 3000 - read);
    assert.deepEqual(session.uses(), { karsk: 1, us: 2, velmar: 3000 });
  });

  describe('from the cache', () => {
    it('reads nothing that is as it was', async () => {
      disk.write('c', 'not a sidecar');
      await session.update();
      const again = await later(disk, await session.saved());
      assert.deepEqual(await again.update(), []);
      again.reading.endRestoring();
      assert.deepEqual(again.uses(), session.uses());
      assert.deepEqual([...again.index.articles()], [...session.index.articles()]);
      assert.deepEqual(again.index.annotationsOf('a'), session.index.annotationsOf('a'));
      assert.equal(again.reading.isWorthSaving, false);
    });

    it('knows a file by its content where its stamp is another or young', async () => {
      disk.write('b', mentioning('us'), { age: 1000 });
      await session.update();
      const cache = await session.saved();
      disk.write('a', mentioning('us', 'karsk'));
      const again = await later(disk, cache);
      assert.deepEqual(await again.update(), ['a', 'b']);
      assert.deepEqual(again.uses(), session.uses());
    });

    it('has nothing of files that changed or are gone', async () => {
      const cache = await session.saved();
      disk.write('a', mentioning('velmar'));
      disk.remove('b');
      const again = await later(disk, cache);
      await again.update();
      again.reading.endRestoring();
      assert.deepEqual(again.uses(), { velmar: 1 });
      assert.equal(again.reading.isWorthSaving, true);
      const last = await later(disk, await again.saved());
      disk.write('b', mentioning('us'));
      assert.deepEqual(await last.update(), ['b']);
    });

    it('is not used where another version made it', async () => {
      const again = await later(disk, await session.saved(), 'a later one');
      assert.deepEqual(await again.update(), ['a', 'b']);
      assert.equal(again.reading.isWorthSaving, true);
    });

    it('is not used where it is torn or broken, wherever that is', async () => {
      const cache = await session.saved();
      const broken = fc.oneof(
        fc.nat(cache.length - 1).map((length) => cache.subarray(0, length)),
        fc.tuple(fc.nat(cache.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
          const changed = cache.slice();
          changed[at] = (changed[at] ?? 0) ^ bits;
          return changed;
        }),
      );
      await fc.assert(
        fc.asyncProperty(broken, async (bytes) => {
          const again = await later(disk, bytes);
          assert.deepEqual(await again.update(), ['a', 'b']);
          assert.deepEqual(again.uses(), { us: 2, karsk: 1 });
        }),
        { numRuns: 100 },
      );
    });

    it('is read from any part of a buffer', async () => {
      const cache = await session.saved();
      const padded = new Uint8Array(cache.length + 7);
      padded.set(cache, 3);
      const again = await later(disk, padded.subarray(3, 3 + cache.length));
      assert.deepEqual(await again.update(), []);
      assert.deepEqual(again.uses(), { us: 2, karsk: 1 });
      const node = await later(disk, Buffer.from(padded.buffer, 3, cache.length));
      assert.deepEqual(await node.update(), []);
      assert.deepEqual(node.uses(), { us: 2, karsk: 1 });
    });
  });
});
