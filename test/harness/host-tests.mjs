// Runs test/host in VS Code's extension hosts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startBrowser } from './browser.mjs';
import { bundleForHost } from './bundles.mjs';
import { runInDesktop } from './desktop.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { oneFailed, printer, sum } from './print.mjs';
import { runInServer } from './server-host.mjs';
import { stackMapper } from './stacks.mjs';
import { temporaryFolder } from './temporary.mjs';
import { copyWorkspace } from './workspace.mjs';

/** @typedef {import('./print.mjs').Counts} Counts */

const NAMES = { node: "Node's extension host", web: 'the web worker extension host' };

/** @typedef {import('./print.mjs').Write} Write */

/**
 * Runs the suite once, on a fresh copy of the fixture.
 * @param {import('./where.mjs').Where['kind']} where
 * @param {'node' | 'web'} host
 * @param {{ grep?: string | undefined, verbose: boolean }} options
 * @param {Write} [write]
 * @returns {Promise<Counts>}
 */
async function runOnce(where, host, { grep, verbose }, write = console.log) {
  write(`Host tests in ${NAMES[host]}:`);
  const tests = await bundleForHost(host);
  const area = temporaryFolder('host');
  try {
    const folder = copyWorkspace(inRoot('test/host/fixture'), path.join(area.folder, 'workspace'));
    writeFileSync(path.join(area.folder, 'request.json'), JSON.stringify(grep === undefined ? {} : { grep }));
    const { take, finish } = printer(write);
    const mapped = stackMapper(tests);
    const run = {
      extension: ROOT,
      tests,
      folder,
      web: host === 'web',
      verbose,
      area: path.join(area.folder, 'data'),
      take: (/** @type {import('./mocha-events.mjs').TestEvent} */ event) =>
        take(event.kind === 'fail' ? { ...event, stack: mapped(event.stack) } : event),
    };
    mkdirSync(run.area);
    const why = where === 'desktop' ? await runInDesktop(run) : await inServer(run);
    return finish(why);
  } finally {
    area.remove();
  }
}

/** @param {import('./server-host.mjs').HostRun} run */
async function inServer(run) {
  const browser = await startBrowser();
  try {
    return await runInServer(run, browser.address);
  } finally {
    await browser.stop();
  }
}

/**
 * The runs of the hosts, each of which counts as one failure where it can't be run. VS Code's server runs both hosts at the same time,
 * each with a server and a browser of its own; the desktop's one after the other, as one run.
 * @param {import('./where.mjs').Where} where
 * @param {{ hosts: readonly ('node' | 'web')[], grep?: string | undefined, verbose: boolean }} options
 * @returns {readonly import('./print.mjs').Run[]}
 */
export function hostRuns(where, { hosts, ...options }) {
  if (where.kind === 'server') return hosts.map((host) => (write) => runOnce('server', host, options, write));
  return [(write) => inDesktop(where, { hosts, ...options }, write)];
}

/**
 * @param {import('./where.mjs').Where} where
 * @param {{ hosts: readonly ('node' | 'web')[], grep?: string | undefined, verbose: boolean }} options
 * @param {Write} write
 * @returns {Promise<Counts>}
 */
async function inDesktop(where, { hosts, ...options }, write) {
  const counts = [];
  for (const [index, host] of hosts.entries()) {
    try {
      counts.push(await runOnce('desktop', host, options, write));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (where.forced) {
        write(`  ✗ ${message}`);
        counts.push(oneFailed(message));
        continue;
      }
      write(`Desktop VS Code could not be run (${message}); VS Code's server is taken instead.`);
      for (const other of hosts.slice(index)) counts.push(await runOnce('server', other, options, write));
      break;
    }
  }
  return sum(counts);
}
