// How long it takes until an article's annotations are to be seen, in both extension hosts, beside a text without any.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../test/harness/browser.mjs';
import { bundleOne } from '../test/harness/bundles.mjs';
import { inRoot, ROOT } from '../test/harness/paths.mjs';
import { startServer, WEB_HOST_SETTINGS, windowAddress } from '../test/harness/server.mjs';
import { temporaryFolder } from '../test/harness/temporary.mjs';
import { spread, table } from './statistics.mjs';

/** Annotations of an article; as many again are made and left out, for the text that stands beside. */
const COUNTS = [100, 1000, 10_000];

/** @typedef {import('./paintingPage').Article} Article */
/** @typedef {import('./paintingPage').Switch} Switch */

const SETUPS = [
  { name: "Node's extension host", web: false, settings: {} },
  { name: 'Web worker extension host', web: true, settings: WEB_HOST_SETTINGS },
];

/**
 * Writes articles in pairs: one with so many annotations, and one as long without any.
 * @param {string} folder
 * @returns {Promise<{ from: Article, pairs: { count: number, bare: Article, marked: Article }[] }>} `from`: a short text
 */
async function writeArticles(folder) {
  const [bundle] = await bundleOne(inRoot('bench/corpusText.ts'));
  const { madeArticle } = await import(pathToFileURL(bundle ?? '').href);
  const [printing] = await bundleOne(inRoot('src/sidecar/print.ts'));
  const { printSidecar } = await import(pathToFileURL(printing ?? '').href);
  mkdirSync(path.join(folder, 'articles'), { recursive: true });
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(path.join(folder, 'articles', name), text);
  const made = (
    /** @type {string} */ name,
    /** @type {number} */ nth,
    /** @type {number} */ count,
    isAnnotated = false,
  ) => {
    const { text, sidecar } = madeArticle(nth, count);
    write(name, text);
    if (isAnnotated) {
      const article = { ...sidecar.article, file: name };
      write(`${name}.annotations.json`, printSidecar({ ...sidecar, article }));
    }
    return { name, beginning: text.slice(0, 30), isAnnotated };
  };
  const pairs = COUNTS.map((count) => ({
    count,
    bare: made(`bare-${count}.txt`, 2 * count, count),
    marked: made(`marked-${count}.txt`, 2 * count + 1, count, true),
  }));
  return { from: made('from.txt', 7, 9), pairs };
}

/**
 * @param {number} rounds switches an article
 * @param {(text: string) => void} print
 */
export async function measurePainting(rounds, print) {
  const { chromium } = await import('playwright-core');
  const [bundle] = await bundleOne(inRoot('bench/paintingPage.ts'));
  const { measureSwitches } = await import(pathToFileURL(bundle ?? '').href);
  const area = temporaryFolder('bench');
  const browserServer = await startBrowser();
  try {
    const { from, pairs } = await writeArticles(area.folder);
    for (const { name, web, settings } of SETUPS) {
      const server = await startServer({ settings: { ...settings, 'workbench.startupEditor': 'none' } });
      try {
        const browser = await chromium.connect(browserServer.address);
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        page.setDefaultTimeout(60_000);
        await page.goto(windowAddress(server, { extension: ROOT, web, folder: area.folder }));
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
        /** @type {string[][]} */
        const rows = [['Annotations', 'text of it', 'first opening', 'text without any', 'text', 'painted']];
        const range = (/** @type {(number | undefined)[]} */ values) => {
          const { min, median, max } = spread(values.map((value) => value ?? Number.NaN));
          return `${Math.round(median)} (${Math.round(min)}–${Math.round(max)})`;
        };
        for (const { count, bare, marked } of pairs) {
          const without = await measureSwitches(page, area.folder, { from, to: bare, rounds });
          const { opened, again } = await measureSwitches(page, area.folder, { from, to: marked, rounds });
          rows.push([
            count.toLocaleString('en'),
            `${Math.round(opened.shown)}`,
            `${Math.round(opened.painted)}`,
            range(without.again.map((/** @type {Switch} */ { shown }) => shown)),
            range(again.map((/** @type {Switch} */ { shown }) => shown)),
            range(again.map((/** @type {Switch} */ { painted }) => painted)),
          ]);
        }
        print(
          `Painting, ${name}; ms from the key to the frame that shows it: median (least–most) of ${rounds} switches`,
        );
        print(`${table(rows)}\n`);
        await browser.close();
      } finally {
        await server.stop();
      }
    }
    print(
      'The first two columns of times are of the first opening, once; the others of going back to an editor that is open.',
    );
  } finally {
    await browserServer.stop();
    area.remove();
  }
}
