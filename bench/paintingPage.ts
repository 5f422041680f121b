import type { Page } from 'playwright-core';
import { until } from '../test/harness/until';
import { Workbench } from '../test/harness/workbench';

/** From the key to the frame in which it is to be seen, in milliseconds. */
export interface Switch {
  /** The article's text. */
  readonly shown: number;
  /** Its first annotations; undefined where it has none. */
  readonly painted: number | undefined;
}

/** An article of the folder. */
export interface Article {
  readonly name: string;
  /** What its first line begins with, as no other's does. */
  readonly beginning: string;
  readonly isAnnotated: boolean;
}

/** What is watched, frame by frame, from the next press of a key on. */
const WATCH = `({ key, name, beginning, isAnnotated }) => new Promise((resolve) => {
  window.addEventListener('keydown', function pressed(event) {
    if (event.key !== key) return;
    window.removeEventListener('keydown', pressed, { capture: true });
    const start = performance.now();
    let shown;
    const look = () => {
      const now = performance.now();
      const group = document.querySelector('.editor-group-container.active');
      const isActive = group?.querySelector('.tab.active')?.getAttribute('data-resource-name') === name;
      const lines = [...(group?.querySelectorAll('.view-lines .view-line') ?? [])];
      const isThere = isActive && lines.some((line) => line.textContent.replaceAll('\\u00a0', ' ').startsWith(beginning));
      if (isThere) shown ??= now - start;
      const isPainted = isThere && group.querySelector('.view-overlays [class*="ced-"]') !== null;
      if (isThere && (isPainted || !isAnnotated)) resolve({ shown, painted: isAnnotated ? now - start : undefined });
      else if (now - start > 60000) resolve({ shown: NaN, painted: NaN });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true });
})`;

/** Presses a key, and waits for what comes of it. */
async function pressed(page: Page, key: string, article: Article): Promise<Switch> {
  const named = key.slice(key.lastIndexOf('+') + 1);
  const watching = page.evaluate<Switch>(`(${WATCH})(${JSON.stringify({ key: named, ...article })})`);
  await page.evaluate('0'); // the listener is there
  await page.keyboard.press(key);
  return watching;
}

/**
 * Opens an article, then goes away from it and back again.
 * @param page with a window whose folder has the articles
 * @param from where one comes from: an article without annotations
 * @param rounds how often one comes back
 */
export async function measureSwitches(
  page: Page,
  folder: string,
  { from, to, rounds }: { readonly from: Article; readonly to: Article; readonly rounds: number },
): Promise<{ readonly opened: Switch; readonly again: readonly Switch[] }> {
  const workbench = new Workbench(page, folder);
  await workbench.command('View: Close All Editors');
  await workbench.openFile(from.name);
  await workbench.command('View: Keep Editor');
  await page.keyboard.press('ControlOrMeta+P');
  await workbench.quickInput.opened();
  await workbench.quickInput.fill(to.name);
  await until(
    `"${to.name}" among the files`,
    async () => (await workbench.quickInput.items())[0]?.label === to.name,
    30,
  );
  const opened = await pressed(page, 'Enter', to);
  await workbench.command('View: Keep Editor');
  const again: Switch[] = [];
  for (let round = 0; round < rounds; round++) {
    await pressed(page, 'Control+PageUp', from);
    again.push(await pressed(page, 'Control+PageDown', to));
  }
  return { opened, again };
}
