// Runs test/ui: one server and one browser for all tests, a window and a folder of its own for each.
import { startBrowser } from './browser.mjs';
import { bundleForNode } from './bundles.mjs';
import { runMochaTests } from './mocha-tests.mjs';
import { ROOT, inRoot } from './paths.mjs';
import { startServer, windowAddress } from './server.mjs';

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
 * @param {{ grep?: string | undefined }} options
 * @returns {Promise<import('./print.mjs').Counts>}
 */
export async function runUiTests({ grep }) {
  const files = await bundleForNode('ui');
  const server = await startServer({ settings: STILL_SETTINGS });
  try {
    const browser = await startBrowser();
    try {
      const services = {
        browser: browser.address,
        windows: windowAddress(server, { extension: ROOT }),
        webHostWindows: windowAddress(server, { extension: ROOT, web: true }),
        root: ROOT,
        failures: inRoot('dist-tests/ui-failures'),
      };
      const env = { POLICY_ANNOTATOR_UI: JSON.stringify(services) };
      return await runMochaTests(`UI tests (browser: ${browser.from})`, files, { grep, timeout: 90_000, env });
    } finally {
      await browser.stop();
    }
  } finally {
    await server.stop();
  }
}
