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
  refused('half of one', zipSync({ 'a.txt': bytes('some words that are here') }).subarray(0, 40), /can't be unpacked/);
  refused('no archive', bytes('PK\u0003\u0004 but no more'), /can't be unpacked/);

  it('unpacks to no more than it says', async () => {
    const archive = zipSync({ 'a.txt': bytes('abcdefghij'.repeat(100)) });
    const view = new DataView(archive.buffer, archive.byteOffset);
    const central = Buffer.from(archive).indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    view.setUint32(central + 24, 10, true);
    assert.equal((await zipSource(archive, 'x.zip').bytes('a.txt')).length, 10);
  });
});
