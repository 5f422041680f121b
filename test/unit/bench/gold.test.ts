import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../../../src/anchoring/quoting';
import { articleText, SIDECAR_SUFFIX } from '../../../src/model/article';
import { overlaps, rangeProblem } from '../../../src/model/range';
import { sha256 } from '../../../src/sidecar/hash';
import { readCodebook, readSidecar } from '../../../src/sidecar/read';

const FOLDER = path.resolve('bench/gold');
/** Of the list of all files with their hashes. The set is frozen: see its README. */
const FROZEN = 'd1d79df9bb6f08372e9c187642ed2c3b59872f26d849fcaad9696b63cd45de43';

const sidecars = ['development', 'held-out'].flatMap((half) =>
  readdirSync(path.join(FOLDER, half))
    .filter((file) => file.endsWith(SIDECAR_SUFFIX))
    .map((file) => path.join(half, file)),
);

describe('the gold set', () => {
  it('is as it was before the rules were written', async () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:txt|json)$/u.test(file))
      .map((file) => file.replaceAll(path.sep, '/'))
      .sort();
    const lines = await Promise.all(
      files.map(async (file) => `${await sha256(readFileSync(path.join(FOLDER, file), 'utf8'))}  ${file}\n`),
    );
    assert.equal(await sha256(lines.join('')), FROZEN, `It is frozen, but now it is\n${lines.join('')}`);
  });

  it('has at least 12 articles that are reported and 4 to tune on', () => {
    const count = (half: string): number => sidecars.filter((file) => file.startsWith(half)).length;
    assert.ok(count('held-out') >= 12);
    assert.ok(count('development') >= 4);
  });

  for (const file of sidecars)
    it(`${file} quotes what stands there and refers to actors of the codebook`, async () => {
      const codebook = readCodebook(readFileSync(path.join(FOLDER, 'policy-codebook.json')));
      const sidecar = readSidecar(readFileSync(path.join(FOLDER, file)));
      assert.ok(codebook.ok && sidecar.ok && sidecar.canonical);
      const text = articleText(readFileSync(path.join(FOLDER, file.slice(0, -SIDECAR_SUFFIX.length)), 'utf8'));
      const { article, annotations } = sidecar.value;
      assert.equal(article.sha256, await sha256(text));
      const actors = new Set(codebook.value.actors?.map(({ id }) => id));
      for (const { target, actor, links } of annotations) {
        for (const range of target) {
          assert.equal(rangeProblem(text, range), undefined, range.exact);
          assert.deepEqual(range, quote(text, range));
          assert.ok(!article.excluded?.some((one) => overlaps(one, range)), range.exact);
        }
        for (const id of [actor, ...(links?.map((link) => link.actor) ?? [])])
          assert.ok(id === undefined || actors.has(id), id);
      }
    });
});
