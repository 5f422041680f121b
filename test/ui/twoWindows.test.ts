import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until';
import { openWindow, setKeybindings } from '../harness/windows';

const EACH = 100;
const words = Array.from({ length: 2 * EACH }, (_, n) => `Word${String(n).padStart(3, '0')}`);
const text = `${words.join(' ')}\n`;
const KEYS = ['Control+Alt+F7', 'Control+Alt+F8'] as const;

/** Keys that tag every other word as an actor of its own, one command after the other, without waiting for any file. */
function keybindings(): readonly object[] {
  const tags = (first: number): object[] =>
    Array.from({ length: EACH }, (_, n) => {
      const word = 2 * n + first;
      const range = { start: word * 8, end: word * 8 + 7 };
      return { command: 'policyAnnotator.tagActor', args: { actor: words[word], range } };
    });
  return KEYS.map((key, first) => ({
    key: key.replace('Control', 'Ctrl').toLowerCase(),
    command: 'runCommands',
    args: { commands: tags(first) },
  }));
}

describe('Two windows on one folder', () => {
  it(`with ${EACH} changes each at the same time: nothing is lost, in the article's file, the codebook and either window`, async function () {
    this.timeout(300_000);
    setKeybindings(keybindings());
    const first = await openWindow({
      prepare: (folder) => writeFileSync(path.join(folder, 'articles', 'many.txt'), text),
    });
    const second = await openWindow({ beside: first.workbench });
    const windows = [first.workbench, second.workbench] as const;
    try {
      for (const window of windows) await window.openFile('many.txt');
      await Promise.all(windows.map((window, n) => window.press(KEYS[n] ?? '')));

      const { folder } = first.workbench;
      const parsed = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      const actors = await until(
        'all in the codebook',
        () => {
          const codebook = parsed('policy-codebook.json') as { actors: { id: string; name: string }[] };
          const names = new Map(codebook.actors.map(({ id, name }) => [id, name]));
          return Promise.resolve(words.every((word) => [...names.values()].includes(word)) && names);
        },
        120,
      );
      const tagged = await until(
        'all in the sidecar',
        () => {
          const sidecar = parsed('articles/many.txt.annotations.json') as {
            annotations: { actor: string; target: { exact: string }[] }[];
          };
          return Promise.resolve(sidecar.annotations.length === words.length && sidecar.annotations);
        },
        120,
      );
      assert.deepEqual(tagged.map(({ target }) => target[0]?.exact).sort(), words);
      for (const { actor, target } of tagged) assert.equal(actors.get(actor), target[0]?.exact);
      for (const window of windows) {
        await window.page.bringToFront();
        await window.statusBarItem(`${words.length} actors`).waitFor({ timeout: 60_000 });
      }
      const left = [...readdirSync(folder), ...readdirSync(path.join(folder, 'articles'))];
      assert.deepEqual(
        left.filter((name) => /\.(tmp|lock)$/.test(name)),
        [],
      );
    } finally {
      setKeybindings([]);
      await second.close();
      await first.close();
    }
  });
});
