import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSpeeches } from '../../../../bench/anchoring/prose';

describe("the halves of the bench's prose", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'prose-'));
    for (let speech = 0; speech < 20; speech += 1) {
      const own = Array.from({ length: 10 }, (_, index) => `Sentence ${index} of speech ${speech} is its own.`);
      const shared = 'All of them say this once and again, as speakers do.';
      writeFileSync(path.join(folder, `${speech}.txt`), [shared, ...own, shared].join('  '));
    }
    writeFileSync(path.join(folder, 'about.json'), '{}');
  });

  after(() => rmSync(folder, { recursive: true }));

  it('are of the same size, share no sentence, and are the same at each run', () => {
    const tuning = readSpeeches(folder, 'tuning');
    const reporting = readSpeeches(folder, 'reporting');
    assert.equal(tuning.length, 10);
    assert.equal(reporting.length, 10);
    const said = new Set(tuning.flat());
    assert.deepEqual(
      reporting.flat().filter((sentence) => said.has(sentence)),
      [],
    );
    assert.equal(said.size + reporting.flat().length, 20 * 10 + 1);
    assert.deepEqual(readSpeeches(folder, 'tuning'), tuning);
  });
});
