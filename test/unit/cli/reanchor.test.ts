import assert from 'node:assert/strict';
import type { PlacedAnnotation, PlacedTarget } from '../../../src/model/annotation';
import { articleText, type Sidecar } from '../../../src/model/article';
import { quoteAll } from '../../../src/anchoring/quoting';
import { sha256 } from '../../../src/sidecar/hash';
import { printSidecar } from '../../../src/sidecar/print';
import { readSidecar } from '../../../src/sidecar/read';
import { mention } from '../sidecar/examples';
import { CliFolder, type Run } from './cli';

const opening = 'The Council met in the capital on the first day of the month and heard two reports.\n';
const body =
  'On Monday North Korea fired two missiles, the ministry in Seoul said. They fell into the sea without hurting anybody.\n';
const closing = 'For days Russia said nothing of it, and then spoke of exercises that had been planned for long.\n';
const old = `Share\n${opening}${body}${closing}`;
/** One line more, boilerplate gone, one word another. */
const text = `A new first line that says something else.\n${opening}${body}${closing.replace('exercises', 'drills')}`;

async function sidecarOf(source: string, fields: object = {}): Promise<Sidecar> {
  const at = (exact: string): { start: number; end: number } => {
    const start = source.indexOf(exact);
    return { start, end: start + exact.length };
  };
  const [korea, spoken, drills, share] = quoteAll(source, ['North Korea', 'said', 'exercises', 'Share'].map(at));
  assert.ok(korea && spoken && drills && share);
  const article = { file: 'old.txt', sha256: await sha256(source), length: source.length, ...fields };
  return {
    format: 'policy-annotations',
    version: 1,
    article: { ...article, excluded: [share] },
    annotations: [
      mention('a', { target: [korea, spoken], note: 'kept' }),
      mention('b', { target: [drills] }),
      mention('c', { target: [korea], orphaned: true }),
    ],
  };
}

describe('policy-annotator reanchor', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  beforeEach(() => folder.clear());
  after(() => folder.remove());

  type Placed = Omit<Sidecar, 'annotations'> & { readonly annotations: readonly PlacedAnnotation[] };

  function printed(run: Run): Placed {
    assert.equal(run.code, 0, run.err);
    const result = readSidecar(new TextEncoder().encode(run.out));
    assert.ok(result.ok && result.canonical && !result.readOnly, JSON.stringify(result));
    return result.value as unknown as Placed;
  }

  /** Anchored ranges hold their words in `now`; others say which text they mean. */
  function assertPlaced({ article, annotations }: Placed, now: string, before: Sidecar): void {
    for (const { id, standing, target, text: own } of annotations) {
      if (standing === 'anchored') {
        assert.equal(own, undefined);
        for (const { start, end, exact } of target) assert.equal(now.slice(start, end), exact, id);
      } else {
        assert.equal(own, before.article.sha256);
        const last = before.annotations.find((annotation) => annotation.id === id);
        assert.deepEqual(
          target.map(({ standing: _, confidence: __, candidates: ___, ...range }) => range),
          last?.target,
        );
      }
      for (const range of target) {
        assert.ok((range.confidence ?? -1) >= 0 && (range.confidence ?? 2) <= 1);
        assert.equal(range.candidates !== undefined, range.standing === 'uncertain');
      }
    }
    assert.equal(article.length, now.length);
  }

  it('gives boilerplate that is in doubt as what stands where it is likely', async () => {
    const line = 'Share it by mail, by post or by telephone now.';
    const source = `${opening}${line}\n${body}${closing}`;
    const start = source.indexOf(line);
    const before = await sidecarOf(source.replace('reports.', 'reports. Share'));
    const article = { ...before.article, sha256: await sha256(source), length: source.length };
    const excluded = quoteAll(source, [{ start, end: start + line.length }]);
    const sidecar: Sidecar = { ...before, article: { ...article, excluded }, annotations: [] };
    const now = source.replace(line, 'Not now.');
    folder.write({ 'old.txt': source, 'new.txt': now, 'old.txt.annotations.json': printSidecar(sidecar) });
    const [range] = printed(folder.run('reanchor', '--old', 'old.txt', 'new.txt')).article.excluded ?? [];
    assert.deepEqual(
      [(range as PlacedTarget | undefined)?.standing, range?.exact, now.slice(range?.start, range?.end)],
      ['uncertain', 'now.', 'now.'],
    );
  });

  for (const withOld of [true, false]) {
    it(`prints the sidecar for the new text, ${withOld ? 'with the old text' : 'by selectors alone'}`, async () => {
      const before = await sidecarOf(old);
      folder.write({ 'old.txt': old, 'new.txt': text, 'old.txt.annotations.json': printSidecar(before) });
      const from = withOld ? ['--old', 'old.txt'] : ['--sidecar', 'old.txt.annotations.json'];
      const run = folder.run('reanchor', ...from, 'new.txt');
      const after = printed(run);
      assertPlaced(after, text, before);
      assert.deepEqual([after.article.file, after.article.sha256], ['new.txt', await sha256(text)]);
      const [a, b, c] = after.annotations;
      assert.equal(a?.standing, 'anchored');
      assert.deepEqual([a?.note, a?.target.length], ['kept', 2]);
      assert.notEqual(b?.standing, 'anchored');
      assert.deepEqual([c?.standing, c?.orphaned], ['orphaned', true]);
      assert.match(run.err, /1 anchored, \d uncertain, \d orphaned\./);
      assert.equal(folder.read('old.txt.annotations.json'), printSidecar(before));
    });
  }

  it('takes what it printed before', async () => {
    folder.write({ 'old.txt': old, 'new.txt': text, 'old.txt.annotations.json': printSidecar(await sidecarOf(old)) });
    const first = folder.run('reanchor', '--old', 'old.txt', 'new.txt');
    folder.write({ 'new.txt.annotations.json': first.out });
    const again = printed(folder.run('reanchor', 'new.txt'));
    assert.deepEqual(again.annotations[0], printed(first).annotations[0]);
    // And back: everything is where it was.
    const back = printed(
      folder.run('reanchor', '--old', 'new.txt', 'old.txt', '--sidecar', 'new.txt.annotations.json'),
    );
    assert.deepEqual(
      back.annotations.slice(0, 2).map(({ standing }) => standing),
      ['anchored', 'anchored'],
    );
    assert.equal(back.annotations[1]?.target[0]?.candidates, undefined);
  });

  it('takes the sidecar that describes the old text, and says where none does', async () => {
    const right = await sidecarOf(old, { title: 'right' });
    const article = { file: 'new.txt', sha256: await sha256(text), length: text.length, title: 'wrong' };
    const wrong: Sidecar = { format: 'policy-annotations', version: 1, article, annotations: [] };
    const title = (...args: readonly string[]): unknown => printed(folder.run('reanchor', ...args)).article.title;
    folder.write({ 'old.txt': old, 'new.txt': text });
    folder.write({
      'old.txt.annotations.json': printSidecar(right),
      'new.txt.annotations.json': printSidecar(wrong),
    });
    assert.equal(title('--old', 'old.txt', 'new.txt'), 'right');
    assert.equal(title('new.txt'), 'wrong');
    assert.equal(title('--sidecar', 'new.txt.annotations.json', '--old', 'old.txt', 'new.txt'), 'wrong');
    folder.write({ 'old.txt': `${old} changed` });
    const run = folder.run('reanchor', '--old', 'old.txt', 'new.txt');
    assert.match(run.err, /doesn't describe old\.txt/);
    assert.equal(printed(run).article.title, 'wrong');
  });

  it('reads either file in its encoding, with CRLF or a byte order mark', async () => {
    const [before, after] = [old, text].map((one) => one.replace('Seoul', 'Séoul'));
    assert.ok(before !== undefined && after !== undefined);
    const crlf = after.replaceAll('\n', '\r\n');
    const cases = [
      [Buffer.from(before, 'latin1'), Buffer.from(crlf, 'latin1'), 'windows-1252', 'windows-1252'],
      [Buffer.from(before), Buffer.from(`\uFEFF${crlf}`), undefined, undefined],
      [Buffer.from(before), Buffer.from(`\uFEFF${crlf}`, 'utf16le'), undefined, 'utf-16le'],
    ] as const;
    for (const [oldBytes, newBytes, encoding, own] of cases) {
      const sidecar = await sidecarOf(before, encoding ? { encoding } : {});
      folder.write({ 'old.txt': oldBytes, 'new.txt': newBytes, 'old.txt.annotations.json': printSidecar(sidecar) });
      const run = folder.run('reanchor', '--old', 'old.txt', 'new.txt');
      const result = printed(run);
      assert.doesNotMatch(run.err, /doesn't describe/);
      assertPlaced(result, articleText(after), sidecar);
      assert.equal(result.annotations[0]?.standing, 'anchored');
      assert.deepEqual([result.article.sha256, result.article.encoding], [await sha256(after), own]);
    }
    assert.equal(folder.run('reanchor', '--encoding', 'nonsense', '--old', 'old.txt', 'new.txt').code, 2);
  });

  it('fails where a file cannot be read', async () => {
    folder.write({ 'old.txt': old, 'new.txt': text });
    assert.match(folder.run('reanchor', 'new.txt').err, /There is no sidecar new\.txt\.annotations\.json/);
    folder.write({ 'new.txt.annotations.json': '{' });
    for (const args of [['new.txt'], ['none.txt'], ['--old', 'none.txt', 'new.txt'], [], ['new.txt', 'old.txt']]) {
      const run = folder.run('reanchor', ...args);
      assert.deepEqual([run.code, run.out], [2, '']);
    }
  });
});
