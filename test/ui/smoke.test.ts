import assert from 'node:assert/strict';
import { uiTest } from '../harness/windows';

describe('A window', () => {
  uiTest('opens an article, shows its text, and runs commands', { theme: 'Light Modern' }, async (workbench) => {
    await workbench.openFile('first.txt');
    const { spans } = await workbench.text.find('Pyongyang Warns of “Offensive” Answer');
    assert.ok(spans.length > 0);

    await workbench.text.select('North Korea');
    await workbench.press('ControlOrMeta+C');
    await workbench.command('Go to Line/Column...');
    await workbench.quickInput.opened();
    await workbench.quickInput.cancel();

    await workbench.text.putCursor('Pyongyang');
    await workbench.type('Changed. ');
    await workbench.press('ControlOrMeta+S');
    await workbench.fileText('articles/first.txt', (text) => text.startsWith('Changed. Pyongyang'));
  });
});
