// Runs Mocha inside an extension host: Node's, or the web worker's. What happens is told by marked lines of the console,
// which is the one way out of both.
import Mocha from 'mocha';
import { files } from 'all-host-tests';
import * as vscode from 'vscode';
import { eventReporter } from '../harness/mocha-events.mjs';

const MARK = '[t]';

/** @param {import('../harness/mocha-events.mjs').TestEvent} event */
const send = (event) => console.log(`${MARK}${JSON.stringify(event)}`);

/**
 * What the run was asked for; the harness leaves it beside the workspace folder, since a worker has no environment.
 * @returns {Promise<{ grep?: string }>}
 */
async function request() {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return {};
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, '..', 'request.json'));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Started by hand, on a folder of one's own: everything runs.
    return {};
  }
}

/** @returns {Promise<void>} @throws {Error} where a test failed: VS Code ends with an error then */
export async function run() {
  const { grep } = await request();
  // In a worker Mocha's browser build is one global runner; elsewhere there is a class to make one of.
  const inWorker = typeof Mocha !== 'function';
  const options = { ui: 'bdd', timeout: 90_000, ...(grep === undefined ? {} : { grep }) };
  const library = inWorker ? globalThis.Mocha : Mocha;
  const reporter = eventReporter(library, send);
  const mocha = inWorker ? Mocha.setup({ ...options, reporter }) : new Mocha({ ...options, reporter });
  if (!inWorker) mocha.suite.emit('pre-require', globalThis, '', mocha);
  try {
    for (const load of files) await load();
  } catch (error) {
    send({ kind: 'broken', message: `A test file could not be loaded: ${error?.stack ?? error}` });
    throw error;
  }
  // The browser build's own `run` asks the page's address for options; VS Code's worker has none.
  const failed = await new Promise((resolve) => void library.prototype.run.call(mocha, resolve));
  if (failed > 0) throw new Error(`${failed} failed`);
}
