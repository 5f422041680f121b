import type { Frame, Page } from 'playwright-core';
import { until } from '../test/harness/until';
import { Workbench } from '../test/harness/workbench';

/** Times in milliseconds. */
export interface Opening {
  /** From the key to the frame in which the first node, or the sentence, is to be seen. */
  readonly painted: number;
  /** Between two frames of the two seconds after that; none without nodes. */
  readonly frames: readonly number[];
  readonly ties: number;
}

/** Frame by frame, from now on: the time of the first in which there is something, in milliseconds since 1970. */
const FIRST = `() => new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('svg [data-node]') || document.querySelector('.problem')?.textContent) resolve(performance.timeOrigin + performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;

const FRAMES = `() => new Promise((resolve) => {
  const times = [];
  const look = (now) => {
    times.push(now);
    if (now - times[0] < 2000) requestAnimationFrame(look);
    else resolve(times.slice(1).map((time, n) => time - times[n]));
  };
  requestAnimationFrame(look);
})`;

const PRESSED = `new Promise((resolve) => window.addEventListener('keydown', function pressed(event) {
  if (event.key !== 'Enter') return;
  window.removeEventListener('keydown', pressed, { capture: true });
  resolve(performance.timeOrigin + performance.now());
}, { capture: true }))`;

/** Opens the network by its command, and closes it again. */
export async function measureOpening(page: Page, folder: string): Promise<Opening> {
  const workbench = new Workbench(page, folder);
  await page.keyboard.press('F1');
  await workbench.quickInput.opened();
  await workbench.quickInput.fill('>Policy Annotator: Show Network');
  await until('the command', async () => /Show Network/.test((await workbench.quickInput.items())[0]?.label ?? ''), 30);
  const pressing = page.evaluate<number>(PRESSED);
  await page.evaluate('0'); // the listener is there
  await page.keyboard.press('Enter');
  const pressed = await pressing;
  const frame = await until('the page of the picture', () => Promise.resolve(pictureFrame(page)));
  const painted = await frame.evaluate<number>(`(${FIRST})()`);
  const isDrawn = (await frame.locator('svg [data-node]').count()) > 0;
  const frames = isDrawn ? await frame.evaluate<number[]>(`(${FRAMES})()`) : [];
  const ties = await frame.locator('svg [data-edge]').count();
  await workbench.command('View: Close All Editors');
  await until('the picture is closed', () => Promise.resolve(pictureFrame(page) === undefined));
  return { painted: painted - pressed, frames, ties };
}

/** The innermost frame of a webview, which has its page; VS Code calls it so until it is loaded, and Playwright from then on. */
function pictureFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.name() === 'pending-frame' && !frame.isDetached());
}
