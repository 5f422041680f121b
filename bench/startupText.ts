import type { Page } from 'playwright-core';
import { until } from '../test/harness/until';
import { Workbench } from '../test/harness/workbench';

/** Copies the text of the active editor; an editor holds far more text than is in the page. */
async function copyEditor(page: Page): Promise<string> {
  await page.locator('.editor-group-container.active .editor-instance .view-line').first().click();
  // Where the keys went elsewhere, nothing is copied.
  const copied = page.evaluate<string>(`new Promise((resolve) => {
    window.addEventListener('copy', (event) => resolve(event.clipboardData?.getData('text/plain') ?? ''), { once: true });
    setTimeout(() => resolve(''), 3000);
  })`);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  return copied;
}

/**
 * Opens a file in a window, and reads what VS Code says about the window's start.
 * @param page where the window is just being opened
 * @param folder absolute path of the folder that it opens
 * @param article a file in it, opened so that what reads its language is activated
 * @param missing names what is wanted and isn't in the text yet: extensions are activated until long after the window is
 *   there
 * @returns the text of "Developer: Startup Performance"
 * @throws {Error} where something is missing still after a minute, with its names
 */
export async function readStartupText(
  page: Page,
  folder: string,
  article: string,
  missing: (text: string) => readonly string[],
): Promise<string> {
  page.setDefaultTimeout(10_000);
  const workbench = new Workbench(page, folder);
  await workbench.ready();
  await workbench.openFile(article);
  return until(
    'the extensions to be activated',
    async () => {
      await workbench.command('Developer: Startup Performance');
      await page.locator('.editor-group-container.active .view-line', { hasText: 'System' }).waitFor();
      const text = await copyEditor(page);
      const names = missing(text);
      if (names.length === 0) return text;
      // It is written anew when it is opened anew.
      await workbench.command('View: Close Editor');
      throw new Error(`not yet: ${names.join(', ')}`);
    },
    60,
  );
}
