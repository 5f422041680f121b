// Runs test/ui: a server for each extension host and one browser for all tests, a window and a folder of its own for each.
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

/**
 * @param {{ grep?: string | undefined, file?: string | undefined }} options `file`: this one instead of test/ui
 * @returns {Promise<import('./print.mjs').Counts>}
 */
export async function runUiTests({ grep, file }) {
  const files = file === undefined ? await bundleForNode('ui') : await bundleOne(path.resolve(file));
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
      return await runMochaTests(`UI tests (browser: ${browser.from})`, files, {
        grep,
        timeout: 90_000,
        retries: 1,
        env,
      });
    } finally {
      await browser.stop();
    }
  } finally {
    await Promise.all([server.stop(), webHostServer.stop()]);
  }
}
