// What the extension costs when a window opens, in VS Code's own figures, beside built-in extensions in the same window.
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../test/harness/browser.mjs';
import { bundleOne } from '../test/harness/bundles.mjs';
import { getServer } from '../test/harness/downloads.mjs';
import { inRoot, ROOT } from '../test/harness/paths.mjs';
import { startServer, WEB_HOST_SETTINGS, windowAddress } from '../test/harness/server.mjs';
import { temporaryFolder } from '../test/harness/temporary.mjs';
import { readActivations, readVersion } from './performanceText.mjs';
import { kilobytes } from './sizes.mjs';
import { againstBudget, spread, table } from './statistics.mjs';

/** @typedef {import('./performanceText.mjs').Activation} Activation */

const OURS = 'policy-annotator.policy-annotator';
/**
 * Built-in extensions that such a window activates. They run in Node's host always: the server comes without their
 * bundles for the web worker.
 */
const BESIDE = [
  'vscode.merge-conflict',
  'vscode.emmet',
  'vscode.git',
  'vscode.github',
  'vscode.markdown-language-features',
];
/** An annotated article whose language one of them is activated by. */
const ARTICLE = 'sunhavn-breaks-ranks.md';
/** Code load and activation together, in milliseconds. */
const BUDGET = 30;

/** @typedef {{ name: string, host: string, web: boolean, settings: object }} Setup */
/** @type {readonly Setup[]} */
const SETUPS = [
  { name: "Node's extension host", host: 'remoteExtHost', web: false, settings: {} },
  {
    name: 'Web worker extension host',
    host: 'workerExtHost',
    web: true,
    // The address alone doesn't choose the host of an extension that has an entry for either.
    settings: WEB_HOST_SETTINGS,
  },
];

/**
 * The size of what a host loads of a built-in extension, or of ours.
 * @param {string} vscode the folder of VS Code
 * @param {string} id
 * @param {boolean} web whether ours is the one for the web worker
 * @returns {string} in thousands of bytes
 */
function entrySize(vscode, id, web) {
  const folder = id === OURS ? ROOT : path.join(vscode, 'extensions', id.slice(id.indexOf('.') + 1));
  const { main, browser } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const entry = path.join(folder, web && id === OURS ? browser : main);
  const file = [entry, `${entry}.js`].find((name) => existsSync(name));
  return file === undefined ? '?' : kilobytes(statSync(file).size);
}

/**
 * @param {readonly Activation[][]} windows
 * @param {string} id
 * @returns {Activation[]} that extension's activation in each window
 */
const ofExtension = (windows, id) =>
  windows.map((all) => all.find(({ extension }) => extension === id)).filter((one) => one !== undefined);

/**
 * @param {readonly Activation[][]} windows one list a window
 * @param {Setup} setup
 * @param {string} vscode the folder of VS Code
 * @returns {string}
 */
function describe(windows, { web }, vscode) {
  const range = (/** @type {number[]} */ values) => {
    const { min, median, max } = spread(values);
    return `${median} (${min}–${max})`;
  };
  const rows = [OURS, ...BESIDE].map((id) => {
    const runs = ofExtension(windows, id);
    return [
      id,
      entrySize(vscode, id, web),
      range(runs.map(({ load }) => load)),
      range(runs.map(({ call }) => call)),
      range(runs.map(({ finish }) => finish)),
      range(runs.map(({ load, call, finish }) => load + call + finish)),
    ];
  });
  const { median } = spread(ofExtension(windows, OURS).map(({ load, call, finish }) => load + call + finish));
  return [
    table([['Extension', 'KB', 'load code', 'call activate', 'finish activate', 'together'], ...rows]),
    `  Median of load and activation: ${median} ms, ${againstBudget(median, BUDGET, 'ms')}.`,
  ].join('\n');
}

/**
 * @param {string} text
 * @returns {string[]} the extensions to be compared whose activation the text doesn't have
 */
function missing(text) {
  // The host of an activation is told by a later mark.
  const there = new Set(
    readActivations(text).flatMap(({ extension, host }) => (extension === OURS && !host ? [] : [extension])),
  );
  return [OURS, ...BESIDE].filter((id) => !there.has(id));
}

/**
 * Opens fresh windows one after the other in one server, and reads each.
 * @param {Setup} setup
 * @param {number} count
 * @param {string} folder
 * @returns {Promise<string[]>} the performance text of each window
 * @throws {Error} where the extension ran in another host than it should
 */
async function readWindows(setup, count, folder) {
  const { chromium } = await import('playwright-core');
  const [bundle] = await bundleOne(inRoot('bench/startupText.ts'));
  const { readStartupText } = await import(pathToFileURL(bundle ?? '').href);
  const server = await startServer({ settings: setup.settings });
  const browserServer = await startBrowser();
  try {
    const texts = [];
    while (texts.length < count) {
      const browser = await chromium.connect(browserServer.address);
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(windowAddress(server, { extension: ROOT, web: setup.web, folder }));
      /** @type {string} */
      const text = await readStartupText(page, folder, ARTICLE, missing);
      await browser.close();
      const ran = readActivations(text).find(({ extension }) => extension === OURS)?.host;
      if (ran !== setup.host) throw new Error(`The extension ran in ${ran}, not in ${setup.host}`);
      texts.push(text);
    }
    return texts;
  } finally {
    await browserServer.stop();
    await server.stop();
  }
}

/**
 * @param {number} count windows a host
 * @param {(text: string) => void} print gets one host's part after the other
 */
export async function measureActivation(count, print) {
  const { vscode } = await getServer();
  const area = temporaryFolder('bench');
  try {
    const folder = path.join(area.folder, 'samples');
    cpSync(inRoot('samples'), folder, { recursive: true });
    for (const setup of SETUPS) {
      const texts = await readWindows(setup, count, folder);
      print(
        `${setup.name} (${readVersion(texts[0] ?? '')}), ${count} fresh window${count === 1 ? '' : 's'}; ms: median (least–most)`,
      );
      print(`${describe(texts.map(readActivations), setup, vscode)}\n`);
    }
  } finally {
    area.remove();
  }
}
