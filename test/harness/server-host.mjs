// One run of the host tests in VS Code's server, with a page open in a headless browser.
import { startServer, WEB_HOST_SETTINGS, windowAddress } from './server.mjs';
import { lineReader } from './marked-lines.mjs';

/**
 * @typedef {object} HostRun
 * @property {string} extension absolute path
 * @property {string} tests absolute path of the bundle
 * @property {string} folder absolute path of the workspace folder
 * @property {boolean} web whether in the web worker extension host
 * @property {boolean} verbose whether VS Code's own log lines are shown
 * @property {string} area a folder for VS Code's data
 * @property {(event: import('./mocha-events.mjs').TestEvent) => void} take
 */

/** How long nothing may happen before a run is given up, in milliseconds. */
const SILENCE = 120_000;

/**
 * @param {HostRun} run
 * @param {string} browserAddress
 * @returns {Promise<string>} why it ended, for the case that the tests didn't tell their end themselves
 */
export async function runInServer(run, browserAddress) {
  const { chromium } = await import('playwright-core');
  // A browser's workbench saves by itself after a second, which a text that is meant to be unsaved may not survive.
  const settings = { 'files.autoSave': 'off', ...(run.web ? WEB_HOST_SETTINGS : {}) };
  const server = await startServer({ settings });
  const browser = await chromium.connect(browserAddress);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await new Promise((resolve, reject) => {
      const silence = () => setTimeout(() => resolve(`nothing happened for ${SILENCE / 1000} s`), SILENCE);
      let timer = silence();
      let exited = false;
      const stop = (/** @type {string} */ why) => {
        clearTimeout(timer);
        resolve(why);
      };
      const lines = lineReader(run, () => stop(''));
      /** @param {string} _level @param {unknown[]} parts */
      const log = (_level, parts) => {
        if (!exited) {
          clearTimeout(timer);
          timer = silence();
        }
        lines(parts.map(String).join(' '));
      };
      /** @param {number} code */
      const exit = (code) => {
        // The last lines come by another way than the exit: they get a moment.
        exited = true;
        clearTimeout(timer);
        timer = setTimeout(() => stop(`the extension host ended with ${code}`), 5000);
      };
      const open = async () => {
        await page.exposeFunction('codeAutomationLog', log);
        await page.exposeFunction('codeAutomationExit', exit);
        await page.goto(windowAddress(server, run));
      };
      page.once('crash', () => stop('the page crashed'));
      void server.ended.then((code) => stop(`VS Code's server ended with ${code}`));
      open().catch(reject);
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}
