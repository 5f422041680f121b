import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { InputError } from '../../../../src/exchange/inputError';
import { isZip, zipSource } from '../../../../src/exchange/reading/zip';
import { zipped } from '../../../../src/exchange/writing/zip';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* chunks(): AsyncIterable<{ path: string; chunk: string | Uint8Array }> {
  yield { path: 'a/один.txt', chunk: 'first, ' };
  yield { path: 'a/один.txt', chunk: bytes('second') };
  yield { path: 'b.ann', chunk: '' };
}

async function pieces(archive: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const piece of archive) all.push(piece);
  return all;
}

describe('A zip archive', () => {
  it('written in pieces is read back, and is the same each time', async () => {
    const [one, other] = [await pieces(zipped(chunks())), await pieces(zipped(chunks()))];
    const archive = new Uint8Array(Buffer.concat(one));
    assert.deepEqual(Buffer.concat(other), Buffer.from(archive));
    assert.ok(isZip(archive));
    const source = zipSource(archive, 'x.zip');
    assert.deepEqual(source.paths, ['a/один.txt', 'b.ann']);
    assert.equal(new TextDecoder().decode(await source.bytes('a/один.txt')), 'first, second');
    assert.equal((await source.bytes('b.ann')).length, 0);
  });

  it('holds what is larger than a piece, and what can’t be packed, in files of any length', async () => {
    const random = Uint8Array.from({ length: 300_001 }, (_, n) => Math.imul(n + 1, 0x9e3779b1) >>> 24);
    const files = [0, 1, 7, 8, 9, 10, 11, 17, 18, 19, 300_001].map((length) => random.subarray(0, length));
    const each = async function* (): AsyncIterable<{ path: string; chunk: Uint8Array }> {
      for (const [n, chunk] of files.entries()) yield { path: `${n}`, chunk };
    };
    const source = zipSource(new Uint8Array(Buffer.concat(await pieces(zipped(each())))), 'x.zip');
    for (const [n, content] of files.entries()) assert.deepEqual(await source.bytes(`${n}`), new Uint8Array(content));
  });

  const refused = (name: string, archive: Uint8Array, message: RegExp): Mocha.Test =>
    it(`is refused: ${name}`, async () => {
      await assert.rejects(
        async () => {
          const source = zipSource(archive, 'x.zip');
          for (const path of source.paths) await source.bytes(path);
        },
        (error: unknown) => error instanceof InputError && message.test(error.message),
      );
    });

  refused(
    'a name that leads out',
    zipSync({ '../evil.txt': bytes('x') }),
    /^x\.zip, \.\.\/evil\.txt: A file name leads out/,
  );
  refused('an absolute name', zipSync({ '/etc/passwd': bytes('x') }), /absolute/);
  refused('a name with a drive', zipSync({ 'C:/x': bytes('x') }), /absolute/);
  refused('a name with a backslash', zipSync({ 'a\\..\\b': bytes('x') }), /backslash/);
  refused('a bomb', zipSync({ 'a.txt': new Uint8Array(50_000_000) }), /unpacks to more than is taken/);
  refused(
    'half of one',
    zipSync({ 'a.txt': bytes('some words that are here') }).subarray(0, 40),
    /the file is cut off/,
  );
  refused(
    'no archive',
    bytes('PK\u0003\u0004 but no more'),
    /^x\.zip: This is no zip archive, or the file is cut off\.$/,
  );

  /** An archive of one file of which a field of its entry in the directory says something else. */
  const changed = (at: number, value: number, size: 16 | 32 = 32): Uint8Array => {
    const archive = zipSync({ 'a.txt': bytes('abcdefghij'.repeat(100)) });
    const view = new DataView(archive.buffer, archive.byteOffset);
    const entry = Buffer.from(archive).indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    if (size === 16) view.setUint16(entry + at, value, true);
    else view.setUint32(entry + at, value, true);
    return archive;
  };
  const damaged = /^x\.zip, a\.txt: The file is damaged\.$/;
  refused('one that unpacks to more than it says', changed(24, 10), damaged);
  refused('one that unpacks to less than it says', changed(24, 1001), damaged);
  refused('one whose content was changed', changed(16, 1), damaged);
  refused('one that goes on behind its end', changed(20, 100_000), damaged);
  refused('one that is elsewhere', changed(42, 7), damaged);
  refused('an encrypted one', changed(8, 1, 16), /^x\.zip, a\.txt: The file is encrypted\.$/);
  refused('one packed by another method', changed(10, 99, 16), /a\.txt: The file is packed by a method .* \(99\)/);
  refused('one whose directory is cut off', changed(28, 60_000, 16), /its directory is not whole/);

  it('of very many files gives each of them', async () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `${n}.txt`);
    const source = zipSource(zipSync(Object.fromEntries(names.map((name) => [name, bytes(name)])), { level: 0 }), 'x');
    for (const name of names) assert.equal(new TextDecoder().decode(await source.bytes(name)), name);
  });
});
