import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SteppedFiles, type Clock, type PlainFileSystem } from '../../../src/editor/steppedFiles';

const FILE = '/folder/statement.txt.annotations.json';
const OLD = '{ "old": 1 }\n';
const NEW = '{ "new": "a longer one" }\n';
const isWhole = (bytes: Uint8Array): boolean => text(bytes).startsWith('{') && text(bytes).endsWith('}\n');

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function text(content: Uint8Array | undefined): string {
  return new TextDecoder().decode(content);
}

/** What happens at which call; `half`: a write ends in the middle. */
interface Fault {
  readonly at: number;
  readonly code: string | 'crash';
  readonly when: 'before' | 'half' | 'after';
}

/** A disk with nothing but plain reading and writing, whose writes come in two halves that others can come between. */
class Memory {
  readonly contents = new Map<string, { content: Uint8Array; written: number }>();
  time = 1_000_000;

  /** The disk as one window sees it; `between` is waited for at each step. */
  seenBy(
    fault?: Fault,
    between: (step: string) => Promise<void> = () => Promise.resolve(),
  ): PlainFileSystem & Clock & { readonly calls: string[] } {
    const calls: string[] = [];
    let isDead = false;
    const step = async <T>(name: string, halves: readonly (() => T)[]): Promise<T> => {
      if (isDead) throw new Error('dead');
      calls.push(name);
      await between(name);
      const isFault = calls.length === fault?.at;
      const done = isFault ? { before: 0, half: 1, after: halves.length }[fault.when] : halves.length;
      let result: T | undefined;
      for (const half of halves.slice(0, done)) {
        result = half();
        if (halves.length > 1) await between(name);
      }
      this.time++;
      if (!isFault) return result as T;
      isDead = fault.code === 'crash';
      throw new Error(`${fault.code} ${name}`);
    };
    const set = (path: string, content: Uint8Array): void => {
      this.contents.set(path, { content, written: this.time });
    };
    return {
      calls,
      read: (path) => step(`read ${path}`, [() => this.contents.get(path)?.content]),
      write: (path, content) =>
        step(`write ${path}`, [() => set(path, content.subarray(0, content.length >> 1)), () => set(path, content)]),
      remove: (path) =>
        step(`remove ${path}`, [
          () => {
            if (!this.contents.delete(path)) throw new Error('FileNotFound');
          },
        ]),
      modified: (path) => step(`stat ${path}`, [() => this.contents.get(path)?.written]),
      list: (folder) =>
        step(`list ${folder}`, [() => [...this.contents.keys()].map((path) => path.slice(folder.length))]),
      now: () => this.time,
      pause: async (ms) => {
        if (isDead) throw new Error('dead');
        this.time += ms;
        await between('pause');
      },
    };
  }

  put(content: string | undefined): void {
    this.contents.clear();
    if (content !== undefined) this.contents.set(FILE, { content: bytes(content), written: this.time });
  }

  get content(): string | undefined {
    const there = this.contents.get(FILE);
    return there && text(there.content);
  }

  get names(): string[] {
    return [...this.contents.keys()];
  }
}

function filesOf(system: PlainFileSystem & Clock, writer: string): SteppedFiles {
  return new SteppedFiles(system, system, writer);
}

describe('a file that is replaced in steps', () => {
  for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'crash']) {
    for (const old of [OLD, undefined]) {
      it(`with ${code} at every single step, ${old ? 'replaced' : 'made'}: the next opening finds the old or the new one as a whole, leaves nothing, and the next try works`, async () => {
        const memory = new Memory();
        let steps = 0;
        for (const when of ['before', 'half', 'after'] as const) {
          for (let at = 1; ; at++) {
            memory.put(old);
            const system = memory.seenBy({ at, code, when });
            const replaced = await filesOf(system, 'a')
              .replace(FILE, bytes(NEW), old === undefined ? undefined : bytes(old))
              .catch(() => false);
            const call = system.calls[at - 1];
            if (call === undefined) break;
            if (when === 'half' && !call.startsWith('write')) continue;
            steps++;
            const what = `${code} ${when} ${call}`;
            if (replaced) assert.equal(memory.content, NEW, what);
            memory.time += 120_000;
            const next = filesOf(memory.seenBy(), 'b');
            const opened = await next.open(FILE, isWhole);
            assert.ok(memory.content === old || memory.content === NEW, `${what}: ${memory.content}`);
            assert.equal(opened && text(opened), memory.content, what);
            assert.deepEqual(memory.names, memory.content === undefined ? [] : [FILE], what);
            assert.equal(await next.replace(FILE, bytes('{ "next": 1 }\n'), opened), true, what);
            assert.equal(memory.content, '{ "next": 1 }\n', what);
            assert.deepEqual(memory.names, [FILE], what);
          }
        }
        assert.ok(steps >= 12, `only ${steps} steps`);
      });
    }
  }

  it('half-written is finished at once, also while its writer may be alive', async () => {
    const memory = new Memory();
    memory.put(NEW.slice(0, 7));
    memory.contents.set(`${FILE}.a.tmp`, { content: bytes(NEW), written: memory.time });
    assert.equal(text(await filesOf(memory.seenBy(), 'b').open(FILE, isWhole)), NEW);
    assert.deepEqual(memory.names, [FILE]);
  });

  it('that holds something else than expected isn’t replaced', async () => {
    const memory = new Memory();
    memory.put('{ "theirs": 1 }\n');
    for (const expected of [bytes(OLD), undefined]) {
      assert.equal(await filesOf(memory.seenBy(), 'a').replace(FILE, bytes(NEW), expected), false);
      assert.equal(memory.content, '{ "theirs": 1 }\n');
      assert.deepEqual(memory.names, [FILE]);
    }
  });

  it('and is broken otherwise than by us, is left, and so are temporary files that others may write, and foreign ones', async () => {
    const memory = new Memory();
    memory.put('{ "edited by hand": \n');
    const names = [`${FILE}.tmp`, `${FILE}.a.tmp`, `${FILE}.a.b.tmp`, '/folder/other.annotations.json.a.tmp'];
    for (const name of names) memory.contents.set(name, { content: bytes(NEW), written: memory.time });
    memory.time += 10_000_000;
    const before = new Map(memory.contents);
    assert.equal(text(await filesOf(memory.seenBy(), 'b').open(FILE, isWhole)), '{ "edited by hand": \n');
    assert.deepEqual(memory.contents, before);
    memory.put(OLD);
    memory.contents.set(`${FILE}.a.tmp`, { content: bytes(NEW), written: memory.time });
    assert.equal(text(await filesOf(memory.seenBy(), 'b').open(FILE, isWhole)), OLD);
    assert.deepEqual(memory.names, [FILE, `${FILE}.a.tmp`]);
  });

  it('by two windows at once, opened by a third, in any order of their steps: is one of what was written, as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, exists) => {
        const memory = new Memory();
        memory.put(exists ? OLD : undefined);
        const between = (step: string): Promise<void> => scheduler.schedule(Promise.resolve(), step);
        const write = (writer: string) =>
          filesOf(memory.seenBy(undefined, between), writer).replace(
            FILE,
            bytes(`{ "by": "${writer.repeat(9)}" }\n`),
            exists ? bytes(OLD) : undefined,
          );
        const work = Promise.all([
          write('a'),
          write('b'),
          filesOf(memory.seenBy(undefined, between), 'c').open(FILE, isWhole),
        ]);
        await scheduler.waitFor(work);
        assert.match(memory.content ?? '', /^\{ "by": "(a{9}|b{9})" \}\n$/);
        assert.deepEqual(memory.names, [FILE]);
      }),
      { numRuns: 500 },
    );
  });
});
