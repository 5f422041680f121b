// Runs test/ui: a server for each extension host and a browser for many tests, a window and a folder of its own for each.
import path from 'node:path';
import { startBrowser } from './browser.mjs';
import { bundleForNode, bundleOne } from './bundles.mjs';
import { runMochaTests } from './mocha-tests.mjs';
import { ROOT, inRoot } from './paths.mjs';
import { startServer, WEB_HOST_SETTINGS, windowAddress } from './server.mjs';

/**
 * Settings of the windows under test: nothing moves by itself, nothing lies over what is looked at.
 */
const STILL_SETTINGS = {
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.exclude': { '**/.vscode': true },
  'files.simpleDialog.enable': true,
  'workbench.commandPalette.history': 0,
};

/** So that both places are filled to the end, whichever of the hosts' tests takes longer. */
const PARTS = 4;

/**
 * All of test/ui is several runs, of which two can be at the same time, each with servers and a browser of its own.
 * @param {{ grep?: string | undefined, file?: string | undefined }} options `file`: this one instead of test/ui
 * @returns {Promise<readonly import('./print.mjs').Run[]>}
 */
export async function uiRuns({ grep, file }) {
  const files = file === undefined ? await bundleForNode('ui') : await bundleOne(path.resolve(file));
  const isWhole = file === undefined && grep === undefined;
  const parts = isWhole
    ? Array.from({ length: PARTS }, (_, part) => files.filter((__, index) => index % PARTS === part))
    : [files];
  return parts.map((part) => (write) => runPart(part, grep, write));
}

/**
 * @param {readonly string[]} files
 * @param {string | undefined} grep
 * @param {import('./print.mjs').Write} write
 * @returns {Promise<import('./print.mjs').Counts>}
 */
async function runPart(files, grep, write) {
  const server = await startServer({ settings: STILL_SETTINGS, installed: true });
  // Only an extension that is loaded from its folder can be made to run in the web worker host.
  const webHostServer = await startServer({ settings: { ...STILL_SETTINGS, ...WEB_HOST_SETTINGS } }).catch(
    async (error) => {
      await server.stop();
      throw error;
    },
  );
  try {
    const browser = await startBrowser();
    try {
      const services = {
        browser: browser.address,
        windows: windowAddress(server, {}),
        webHostWindows: windowAddress(webHostServer, { extension: ROOT, web: true }),
        userData: server.userData,
        root: ROOT,
        failures: inRoot('dist-tests/ui-failures'),
      };
      const env = { POLICY_ANNOTATOR_UI: JSON.stringify(services) };
      const options = { grep, timeout: 90_000, retries: 1, env };
      return await runMochaTests(`UI tests (browser: ${browser.from})`, files, options, write);
    } finally {
      await browser.stop();
    }
  } finally {
    await Promise.all([server.stop(), webHostServer.stop()]);
  }
}
