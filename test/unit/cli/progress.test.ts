import assert from 'node:assert/strict';
import { Progress } from '../../../src/cli/progress';

describe('progress of the command line tool', () => {
  const shown = (
    isTTY: boolean,
    columns?: number,
  ): { progress: Progress; said: string[]; wait: (ms: number) => void } => {
    const said: string[] = [];
    let now = 0;
    const screen = { isTTY, ...(columns === undefined ? {} : { columns }), write: (text: string) => said.push(text) };
    return { progress: new Progress(screen, () => now), said, wait: (ms) => void (now += ms) };
  };

  it('is one line of a terminal, not too often, and cleared at the end', () => {
    const { progress, said, wait } = shown(true);
    progress.show('1/3 a');
    progress.show('2/3 b');
    wait(150);
    progress.show('3/3 c\u001b[2J');
    progress.clear();
    progress.clear();
    assert.deepEqual(said, ['\r\u001b[K1/3 a', '\r\u001b[K3/3 c⟨U+001B⟩[2J', '\r\u001b[K']);
  });

  it('is no longer than the line, and isn’t shown elsewhere', () => {
    const narrow = shown(true, 12);
    narrow.progress.show('1/3 a long name of an article');
    assert.deepEqual(narrow.said, ['\r\u001b[K1/3 a long…']);
    const file = shown(false);
    file.progress.show('1/3 a');
    file.progress.clear();
    assert.deepEqual(file.said, []);
  });
});
