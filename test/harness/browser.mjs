// Finds a Chromium on this machine, or gets one, and starts it without a display.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { getChromium, getFonts } from './downloads.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** @param {string} file @returns {boolean} */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string | undefined} searchPath the PATH
 * @returns {string | undefined} an installed Chromium, Chrome or Edge
 */
export function installedBrowser(searchPath = process.env['PATH']) {
  const folders = (searchPath ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const files = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const known = PLACES.flatMap((place) =>
    /chrome$|\.exe$/i.test(place) ? [place] : NAMES.map((name) => path.join(place, name)),
  );
  return [...files, ...known].find(isProgram);
}

/**
 * The browser to test with: an installed one, else Playwright's own where it was installed, else the registry's.
 * @returns {Promise<{ program: string, args: string[], env: Record<string, string>, from: string }>}
 * @throws {Error} where this machine has none and there is none for it in the registry
 */
async function findBrowser() {
  const installed = installedBrowser();
  if (installed !== undefined) return { program: installed, args: ARGUMENTS, env: {}, from: installed };
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  if (existsSync(own)) return { program: own, args: ARGUMENTS, env: {}, from: own };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium, Chrome or Edge was found: please install one, or `npx playwright-core install chromium`.',
    );
  }
  const program = await getChromium();
  return {
    program,
    args: [...ARGUMENTS, '--font-render-hinting=none'],
    env: { FONTCONFIG_FILE: await getFonts() },
    from: 'the npm registry',
  };
}

/**
 * Starts a browser that this program, or others by its address, can open pages in.
 * @returns {Promise<{ address: string, from: string, stop: () => Promise<void> }>} `address` is for Playwright's `connect`
 */
export async function startBrowser() {
  const { program, args, env, from } = await findBrowser();
  const { chromium } = await import('playwright-core');
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const server = await chromium.launchServer({
    executablePath: program,
    args: asRoot ? [...args, '--no-sandbox'] : args,
    env: { .../** @type {Record<string, string>} */ (process.env), ...env },
    headless: true,
  });
  return { address: server.wsEndpoint(), from, stop: () => server.close() };
}
