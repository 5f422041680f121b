import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFunctions } from '../../../../src/editor/platform/node';
import { NodeDisk } from '../../../../src/editor/platform/nodeDisk';
import { faultyDisk, type Fault } from './faultyDisk';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NAME = 'statement.txt.annotations.json';
const OLD = '{ "old": true }\n';
const NEW = `{ "new": "${'x'.repeat(3000)}" }\n`;

/** A process that is gone: nobody has this number. */
const DEAD = 2 ** 22 + 7;
const isAlive = (pid: number): boolean => pid !== DEAD;

describe('a file of the local disk', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'policy-annotator-disk-'));
    file = path.join(folder, NAME);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (old: string | undefined): void => {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    if (old !== undefined) writeFileSync(file, old);
  };
  const content = (): string | undefined =>
    readdirSync(folder).includes(NAME) ? readFileSync(file, 'utf8') : undefined;

  /** Replaces with a fault at one call; gives the name of the call, undefined where there are fewer. */
  const attempt = async (old: string | undefined, fault: Fault): Promise<{ call?: string; failed: boolean }> => {
    put(old);
    const system = faultyDisk(fault, { pid: fault.code === 'crash' ? DEAD : process.pid, isAlive });
    const done = await new NodeDisk(system).replace(file, bytes(NEW), old === undefined ? undefined : bytes(old)).then(
      () => true,
      () => false,
    );
    return { ...(system.calls[fault.at - 1] !== undefined && { call: system.calls[fault.at - 1] }), failed: !done };
  };

  it('is looked at with the state that it has; where there is none, that is no failure, and a folder is one', async () => {
    const disk = new NodeDisk(diskFunctions);
    assert.equal(await disk.look(file), undefined);
    put(OLD);
    const looked = await disk.look(file);
    assert.equal(new TextDecoder().decode(looked?.bytes), OLD);
    assert.equal(looked?.stamp, (await disk.state(file))?.stamp);
    writeFileSync(file, '');
    assert.equal((await disk.look(file))?.bytes.length, 0);
    await assert.rejects(disk.look(folder));
  });

  for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'EBUSY', 'crash']) {
    for (const old of [OLD, undefined]) {
      it(`with ${code} at every single step, ${old ? 'replaced' : 'made'}: is the old or the new one as a whole, nothing is left, and the next try works`, async () => {
        let steps = 0;
        for (const isAfter of [false, true]) {
          for (let at = 1; ; at++) {
            const { call, failed } = await attempt(old, { at, code, isAfter });
            if (call === undefined) break;
            steps++;
            const what = `${code} ${isAfter ? 'after' : 'at'} ${call.replaceAll(folder, '')}`;
            assert.ok(content() === old || content() === NEW, what);
            if (!failed) assert.equal(content(), NEW, what);
            // The next opening, in another process, two minutes later.
            const next = new NodeDisk({ ...diskFunctions, isAlive, now: () => Date.now() + 120_000 });
            const read = await next.read(file);
            assert.equal(read && new TextDecoder().decode(read), content(), what);
            assert.deepEqual(readdirSync(folder), content() === undefined ? [] : [NAME], what);
            assert.equal(await next.replace(file, bytes('{ "next": 1 }\n'), read), true, what);
            assert.equal(content(), '{ "next": 1 }\n', what);
            assert.deepEqual(readdirSync(folder), [NAME], what);
          }
        }
        assert.ok(steps > 30, `only ${steps} steps`);
      });
    }
  }

  it('is replaced after all where another program holds it for a while, as on Windows', async () => {
    put(OLD);
    let left = 4;
    const paused: number[] = [];
    const disk = new NodeDisk({
      ...diskFunctions,
      rename: (from, to) => {
        if (to !== file || left-- <= 0) return diskFunctions.rename(from, to);
        return Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
      },
      pause: (ms) => (paused.push(ms), Promise.resolve()),
    });
    assert.equal(await disk.replace(file, bytes(NEW), bytes(OLD)), true);
    assert.equal(content(), NEW);
    assert.deepEqual(
      paused,
      [...paused].sort((a, b) => a - b),
    );
    assert.equal(paused.length, 4);
  });

  it('that stays held is left, with the system’s error, and nothing beside it', async () => {
    put(OLD);
    const disk = new NodeDisk({
      ...diskFunctions,
      rename: () => Promise.reject(Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' })),
      pause: () => Promise.resolve(),
    });
    await assert.rejects(disk.replace(file, bytes(NEW), bytes(OLD)), /EBUSY/);
    assert.equal(content(), OLD);
    assert.deepEqual(readdirSync(folder), [NAME]);
  });

  it('that holds something else than expected isn’t replaced, whether that came before or while the lock was waited for', async () => {
    const disk = new NodeDisk(diskFunctions);
    for (const expected of [bytes(OLD), undefined]) {
      put('theirs');
      assert.equal(await disk.replace(file, bytes(NEW), expected), false);
      assert.equal(content(), 'theirs');
    }
    put(undefined);
    assert.equal(await disk.replace(file, bytes(NEW), bytes(OLD)), false);
    assert.equal(content(), undefined);
    // Same length, same times: only the content tells.
    put('mine!!\n');
    utimesSync(file, 1000, 1000);
    const stamp = (await disk.state(file))?.stamp;
    writeFileSync(file, 'other!\n');
    utimesSync(file, 1000, 1000);
    assert.equal(await disk.replace(file, bytes(NEW), bytes('mine!!\n')), false);
    assert.notEqual((await disk.state(file))?.stamp, stamp);
    assert.deepEqual(readdirSync(folder), [NAME]);
  });

  it('replaced by many at once: each that succeeds has replaced what the one before wrote', async () => {
    put('0');
    const disks = Array.from({ length: 4 }, () => new NodeDisk(diskFunctions));
    await Promise.all(
      disks.map(async (disk) => {
        for (let n = 0; n < 25;) {
          const before = await disk.read(file);
          const next = String(Number(new TextDecoder().decode(before)) + 1);
          if (await disk.replace(file, bytes(next), before)) n++;
        }
      }),
    );
    assert.equal(content(), '100');
    assert.deepEqual(readdirSync(folder), [NAME]);
  });

  it('keeps its permissions and its link; one that must not be written is refused', async () => {
    const disk = new NodeDisk(diskFunctions);
    put(OLD);
    chmodSync(file, 0o666);
    await disk.replace(file, bytes(NEW), bytes(OLD));
    assert.equal(statSync(file).mode & 0o777, 0o666);
    const link = path.join(folder, 'policy-codebook.json');
    symlinkSync(file, link);
    await disk.replace(link, bytes(OLD), bytes(NEW));
    assert.equal(content(), OLD);
    assert.equal(readFileSync(link, 'utf8'), OLD);
    const guarded = new NodeDisk({
      ...diskFunctions,
      assertWritable: () => Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })),
    });
    await assert.rejects(guarded.replace(file, bytes(NEW), bytes(OLD)), /EACCES/);
    assert.equal(content(), OLD);
  });

  describe('has beside it', () => {
    const at = (name: string, age = 0): void => {
      writeFileSync(path.join(folder, name), 'x');
      const time = Date.now() / 1000 - age;
      utimesSync(path.join(folder, name), time, time);
    };
    const opened = async (): Promise<string[]> => {
      await new NodeDisk({ ...diskFunctions, isAlive }).read(file);
      return readdirSync(folder).sort();
    };

    it('no temporary file of a dead writer, or of a day ago, after it was opened', async () => {
      at(`${NAME}.${DEAD}-0123456789ab.tmp`);
      at(`policy-codebook.json.${DEAD}-0123456789ab.tmp`);
      at(`other.md.annotations.json.${process.pid}-0123456789ab.tmp`, 86_400);
      assert.deepEqual(await opened(), []);
    });

    it('a live writer’s, and whatever isn’t ours by name', async () => {
      const names = [
        `${NAME}.${process.pid}-0123456789ab.tmp`,
        `${NAME}.tmp`,
        `${NAME}.lock`, // no lock of ours by what it says
        `statement.txt.${DEAD}-0123456789ab.tmp`,
        `${NAME}.${DEAD}-0123456789ab.tmp.txt`,
        `notes.${DEAD}-0123456789ab.tmp`,
        `${NAME}.${DEAD}-0123.tmp`,
      ].sort();
      for (const name of names) at(name, 86_400 * (name.includes(`${process.pid}-`) ? 0 : 1));
      assert.deepEqual(await opened(), names);
    });

    it('a dead writer’s lock is broken at once, a live one’s is waited for', async () => {
      put(OLD);
      const lock = path.join(folder, `${NAME}.lock`);
      const { host } = diskFunctions;
      writeFileSync(lock, `policy-annotator ${host} ${DEAD} 0123456789ab\n`);
      const paused: number[] = [];
      const pause = (ms: number): Promise<void> => {
        paused.push(ms);
        if (paused.length === 5) rmSync(lock);
        return Promise.resolve();
      };
      const disk = new NodeDisk({ ...diskFunctions, isAlive, pause });
      assert.equal(await disk.replace(file, bytes(NEW), bytes(OLD)), true);
      assert.deepEqual(paused, []);
      writeFileSync(lock, `policy-annotator ${host} ${process.pid} 0123456789ab\n`);
      assert.equal(await disk.replace(file, bytes(OLD), bytes(NEW)), true);
      assert.equal(paused.length, 5);
    });

    it('a lock of another machine, or half-written, is broken when nothing becomes of it; a foreign file never', async () => {
      put(OLD);
      const lock = path.join(folder, `${NAME}.lock`);
      let now = Date.now();
      const pause = (): Promise<void> => {
        now += 500;
        return Promise.resolve();
      };
      const disk = new NodeDisk({ ...diskFunctions, isAlive, pause, now: () => now });
      for (const mark of [
        '',
        'policy-ann',
        'policy-annotator elsewhere 12',
        `policy-annotator elsewhere ${DEAD} 0123456789ab\n`,
      ]) {
        writeFileSync(lock, mark);
        put(OLD);
        writeFileSync(lock, mark);
        assert.equal(await disk.replace(file, bytes(NEW), bytes(OLD)), true, mark);
        assert.deepEqual(readdirSync(folder), [NAME], mark);
      }
      writeFileSync(lock, 'not ours');
      await assert.rejects(disk.replace(file, bytes(OLD), bytes(NEW)), /EEXIST/);
      assert.equal(content(), NEW);
      assert.equal(readFileSync(lock, 'utf8'), 'not ours');
    });

    it('a lock that was broken while its holder slept stops the holder', async () => {
      put(OLD);
      const lock = path.join(folder, `${NAME}.lock`);
      let isBroken = false;
      const disk = new NodeDisk({
        ...diskFunctions,
        readFile: async (name) => {
          const content = await diskFunctions.readFile(name);
          if (name === file && !isBroken) {
            isBroken = true;
            rmSync(lock);
          }
          return content;
        },
      });
      assert.equal(await disk.replace(file, bytes(NEW), bytes(OLD)), false);
      assert.equal(content(), OLD);
      assert.equal(await disk.replace(file, bytes(NEW), bytes(OLD)), true);
    });
  });
});
