// How long it takes from the command to a network that is to be seen, and how its frames follow each other, beside a network of nothing.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../test/harness/browser.mjs';
import { bundleOne } from '../test/harness/bundles.mjs';
import { inRoot, ROOT } from '../test/harness/paths.mjs';
import { startServer, windowAddress } from '../test/harness/server.mjs';
import { temporaryFolder } from '../test/harness/temporary.mjs';
import { writeNetwork } from './networkFolder.mjs';
import { spread, table } from './statistics.mjs';

/** Actors; of none a sentence shows instead. */
const COUNTS = [0, 100, 500];

/**
 * @param {number} rounds how often each is opened
 * @param {(text: string) => void} print
 */
export async function measurePanels(rounds, print) {
  const { chromium } = await import('playwright-core');
  const [bundle] = await bundleOne(inRoot('bench/panelsPage.ts'));
  const { measureOpening } = await import(pathToFileURL(bundle ?? '').href);
  const area = temporaryFolder('bench');
  const browserServer = await startBrowser();
  const server = await startServer({ settings: { 'workbench.startupEditor': 'none' } });
  try {
    /** @type {string[][]} */
    const rows = [['Actors', 'ties', 'first opening', 'again', 'frame, median', 'frame, longest']];
    for (const count of COUNTS) {
      const folder = path.join(area.folder, `network-${count}`);
      writeNetwork(folder, count);
      const browser = await chromium.connect(browserServer.address);
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(60_000);
      await page.goto(windowAddress(server, { extension: ROOT, folder }));
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      /** @type {import('./panelsPage').Opening[]} */
      const openings = [];
      for (let round = 0; round <= rounds; round++) openings.push(await measureOpening(page, folder));
      const [first, ...others] = openings;
      const again = spread(others.map(({ painted }) => painted));
      const frames = openings.flatMap((opening) => opening.frames);
      const gaps = frames.length > 0 ? spread(frames) : undefined;
      const whole = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : `${Math.round(value)}`);
      rows.push([
        ...[`${count}`, `${first?.ties ?? 0}`, whole(first?.painted)],
        `${whole(again.median)} (${whole(again.min)}–${whole(again.max)})`,
        ...[whole(gaps?.median), whole(gaps?.max)],
      ]);
      await browser.close();
    }
    print(
      `The network's panel, Node's extension host; ms from the key to the frame that shows it, ${rounds} times after the first;`,
    );
    print('then between two frames while the layout goes on. Of no actors, the sentence that says so.');
    print(`${table(rows)}\n`);
  } finally {
    await server.stop();
    await browserServer.stop();
    area.remove();
  }
}
