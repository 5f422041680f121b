import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { SIDECAR_SUFFIX, type Sidecar } from '../../../src/model/article';
import type { Codebook } from '../../../src/model/codebook';
import { codebookKind, sidecarKind, type FileKind } from '../../../src/sidecar/fileKind';
import { scan } from '../../../src/sidecar/guard';
import { locate } from '../../../src/sidecar/locate';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { readSidecar, type ReadResult } from '../../../src/sidecar/read';
import { rescueCodebook, rescueSidecar, type Rescued } from '../../../src/sidecar/rescue';
import { resolveConflict } from '../../../src/sidecar/resolve';
import { codebooks, sidecars } from './arbitrary';
import { fullCodebook, fullSidecar } from './examples';
import { Dice, marks, mutated } from './mutations';

interface Kind<T> extends FileKind<T> {
  readonly rescue: (bytes: Uint8Array) => Rescued<T> | undefined;
}

const brokenSidecars: Kind<Sidecar> = {
  ...sidecarKind,
  rescue: (bytes) => rescueSidecar(bytes, 'a.txt'),
};
const brokenCodebooks: Kind<Codebook> = { ...codebookKind, rescue: rescueCodebook };

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Nothing throws, whatever the bytes are; what is given reads, prints canonically, and says the same then. */
function assertHolds<T>(bytes: Uint8Array, kind: Kind<T>): void {
  const { read, print, rescue } = kind;
  const before = Buffer.from(bytes);
  /** The value's text, if that reads, canonically. */
  const again = (value: T): string => {
    const text = print(value);
    const reread: ReadResult<T> = read(encode(text));
    if (!reread.ok || !reread.canonical || reread.readOnly) assert.fail(JSON.stringify(reread));
    return text;
  };
  const result = read(bytes);
  const whole = result.ok && !result.readOnly ? again(result.value) : undefined;
  const rescued = rescue(bytes);
  if (rescued) {
    const printed = again(rescued.value);
    if (whole !== undefined) assert.deepEqual([printed, rescued.lost], [whole, []]);
    else if (rescued.lost.length === 0) assertAllThere(bytes, printed);
  } else assert.equal(whole, undefined, 'what can be read can be rescued');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const resolved = resolveConflict(text, kind);
  if (resolved && 'merged' in resolved) again(resolved.merged);
  if (whole !== undefined) {
    const paths = [['annotations', 0, 'target', 0, 'end'], ['version'], ['actors', 1, 'attributes', '__proto__']];
    const json = text.replace(/^\uFEFF/, '');
    assert.deepEqual(
      locate(json, paths),
      paths.map((one) => scan(json, one).sought),
    );
  }
  assert.ok(before.equals(bytes), 'the bytes were changed');
}

/** Where nothing is said to be lost, only white space and commas may be: as far as letters tell. */
function assertAllThere(bytes: Uint8Array, printed: string): void {
  const text = new TextDecoder().decode(bytes);
  // One value can be written in several ways.
  if (/\\|\d\.|\de/i.test(text)) return;
  const letters = (all: string): string => [...all.replace(/[\s,]/g, '')].sort().join('');
  assert.equal(letters(printed), letters(text), 'lost in silence');
}

/** 100 files made of each seed's source. */
const FILES = 100;

function assertHoldsMutated<T>(sources: readonly Uint8Array[], seeds: number, kind: Kind<T>): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const dice = new Dice(seed);
      for (let n = 0; n < FILES; n++) {
        const bytes = mutated(dice.of(sources), dice);
        try {
          assertHolds(bytes, kind);
        } catch (error) {
          throw new Error(`${JSON.stringify(Buffer.from(bytes).toString('latin1'))}\n${String(error)}`, {
            cause: error,
          });
        }
      }
    }),
    { numRuns: seeds, endOnFailure: true, includeErrorInReport: true },
  );
}

/** Sidecars of the samples with one annotation each, so that a hundred thousand take seconds. */
function sampled(): Uint8Array[] {
  const folder = path.join('samples', 'articles');
  return readdirSync(folder)
    .filter((file) => file.endsWith(SIDECAR_SUFFIX))
    .flatMap((file) => {
      const result = readSidecar(readFileSync(path.join(folder, file)));
      assert.ok(result.ok);
      const { article, annotations, format, version } = result.value;
      const { file: name, sha256, length, title = '' } = article;
      return [0, 5, 9].map((from) => ({
        format,
        version,
        article: { file: name, sha256, length, title },
        annotations: annotations.slice(from, from + 1),
      }));
    })
    .map((value) => encode(printSidecar(value)));
}

/** Those that print to little. */
function made<T>(values: fc.Arbitrary<T>, print: (value: T) => string): Uint8Array[] {
  return fc
    .sample(values, { numRuns: 400, seed: 3 })
    .map((value) => encode(print(value)))
    .filter((bytes) => bytes.length < 1200);
}

describe('reading and rescuing, for any bytes', function () {
  this.timeout(300_000);

  it('holds for 30,000 broken sidecars like those of the samples, on many lines or one', () => {
    const printed = sampled();
    const onOne = printed.map((bytes) => encode(JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)))));
    assertHoldsMutated([...printed, ...onOne], 300, brokenSidecars);
  });

  it('holds for 70,000 broken sidecars of every kind of field', () => {
    assertHoldsMutated([...made(sidecars, printSidecar), encode(fullSidecar)], 700, brokenSidecars);
  });

  it('holds for 10,000 broken codebooks', () => {
    assertHoldsMutated([...made(codebooks, printCodebook), encode(fullCodebook)], 100, brokenCodebooks);
  });

  it('holds for bytes that are nothing at all', () => {
    const parts = fc.constantFrom(...marks, 'a', '1', '"format":"policy-annotations"');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc.array(parts, { maxLength: 40 }).map((all) => encode(all.join(''))),
        ),
        (bytes) => {
          assertHolds(bytes, brokenSidecars);
          assertHolds(bytes, brokenCodebooks);
        },
      ),
      { numRuns: 3000, includeErrorInReport: true },
    );
  });
});
