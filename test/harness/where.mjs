// Decides which VS Code runs the host tests.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CODE_SERVER, VSCODE } from './versions.mjs';

const UPDATES = 'https://update.code.visualstudio.com';

/** @returns {string} the update server's name for this machine */
function platformName() {
  if (process.platform === 'darwin') return process.arch === 'arm64' ? 'darwin-arm64' : 'darwin';
  if (process.platform === 'win32') return `win32-${process.arch}-archive`;
  return `linux-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

/** @param {string} name @returns {boolean} whether a program of this name is on the PATH */
export function onPath(name) {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe', ''] : [''];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && suffixes.some((suffix) => existsSync(path.join(folder, name + suffix))));
}

/** @param {NodeJS.ProcessEnv} [env] @returns {boolean} whether windows can be shown */
export function hasDisplay(env = process.env) {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** @returns {Promise<string | undefined>} why desktop VS Code can't be downloaded, where it can't */
async function whyNoDownload() {
  try {
    const answer = await fetch(`${UPDATES}/${VSCODE}/${platformName()}/stable`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok ? undefined : `its download answers ${answer.status}`;
  } catch {
    return 'its download does not answer';
  }
}

/**
 * @typedef {object} Where
 * @property {'desktop' | 'server'} kind
 * @property {boolean} forced whether it was asked for by name
 * @property {string} says one line about it
 */

/**
 * Desktop VS Code where it can be had and shown, else VS Code's server; VSCODE_TEST_HOST forces one.
 * @param {string | undefined} asked
 * @returns {Promise<Where>}
 * @throws {Error} for another name than the two
 */
export async function whereToTest(asked) {
  const desktop = `Host tests run in desktop VS Code ${VSCODE}`;
  const server = `Host tests run in VS Code ${VSCODE}, the server of code-server ${CODE_SERVER}`;
  if (asked === 'desktop') return { kind: 'desktop', forced: true, says: `${desktop} (VSCODE_TEST_HOST)` };
  if (asked === 'server') return { kind: 'server', forced: true, says: `${server} (VSCODE_TEST_HOST)` };
  if (asked !== undefined && asked !== '') throw new Error(`VSCODE_TEST_HOST is "${asked}", not desktop or server`);
  const showable = hasDisplay() || onPath('xvfb-run');
  const why = showable ? await whyNoDownload() : 'there is no display';
  if (why === undefined) return { kind: 'desktop', forced: false, says: desktop };
  return { kind: 'server', forced: false, says: `${server} (no desktop VS Code: ${why})` };
}
