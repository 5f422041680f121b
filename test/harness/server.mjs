// Starts VS Code's own server, and says where a page finds what in it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getServer } from './downloads.mjs';
import { inRoot } from './paths.mjs';
import { start } from './processes.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Settings of every VS Code that the harness starts: nothing asks, nothing advertises, nothing leaves the machine. */
export const QUIET_SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * @param {string} data a user data folder, which gets these settings
 * @param {object} settings
 */
export function writeSettings(data, settings) {
  for (const scope of ['User', 'Machine']) {
    mkdirSync(path.join(data, scope), { recursive: true });
    writeFileSync(path.join(data, scope, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

/** Makes VS Code's server run the extension in the web worker host of the page. A browser's workbench leaves one with both
 * entries to Node, whatever `extensionDevelopmentKind` says (seen in 1.139). */
export const WEB_HOST_SETTINGS = { 'remote.extensionKind': { 'policy-annotator.policy-annotator': ['web'] } };

/** What of the project a VS Code runs; as .vscodeignore says for the package. */
const RUNS = ['package.json', 'package.nls.json', 'dist', 'syntaxes', 'media'];

/** @param {string} data puts the built extension where a server with this data folder has its installed ones */
function installExtension(data) {
  const { publisher, name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const folder = path.join(data, 'extensions', `${publisher}.${name}-${version}`);
  for (const part of RUNS) cpSync(inRoot(part), path.join(folder, part), { recursive: true });
}

/**
 * @typedef {object} Server
 * @property {number} port on 127.0.0.1
 * @property {string} [token] what a page must carry, where the server was started with one
 * @property {string} userData the folder of the person's settings and keys
 * @property {() => string} log what it has printed so far
 * @property {Promise<number | null>} ended when the process has ended, its code
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/**
 * Starts the server on 127.0.0.1 with user data of its own, which is removed when it ends.
 * @param {object} [options]
 * @param {number} [options.port] 0, the default, takes a free one
 * @param {string} [options.token] the token that pages must carry; without it there is none: for tests only
 * @param {object} [options.settings] over {@link QUIET_SETTINGS}
 * @param {boolean} [options.installed] whether the built extension is installed in it, as a person has it; else pages may
 *   load one from its folder, for which VS Code is told that it is under test, and then shows no messages in toasts
 * @returns {Promise<Server>}
 * @throws {Error} with what it printed, where it doesn't come up within a minute
 */
export async function startServer({ port = 0, token, settings = {}, installed = false } = {}) {
  const { node, vscode } = await getServer();
  const data = temporaryFolder('data');
  writeSettings(data.folder, { ...QUIET_SETTINGS, ...settings });
  if (installed) installExtension(data.folder);
  const args = [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--user-data-dir', data.folder, '--server-data-dir', data.folder],
    '--accept-server-license-terms',
    ...['--telemetry-level', 'off'],
    ...['--extensions-dir', path.join(data.folder, 'extensions')],
    // Without it a built VS Code takes no extension from a folder.
    ...(installed ? [] : ['--enable-smoke-test-driver']),
  ];
  const { child, end } = start(node, args, { cwd: vscode, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let log = '';
  const stop = async () => {
    await end();
    data.remove();
  };
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`VS Code's server ${why}.\n${log.slice(-2000)}`));
    const timer = setTimeout(() => fail('did not come up within a minute'), 60_000);
    void ended.then((code) => fail(`ended with ${code}`)).finally(() => clearTimeout(timer));
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        log += chunk;
        const address = /Web UI available at \S*?:(\d+)/.exec(log);
        if (address === null) return;
        clearTimeout(timer);
        resolve(Number(address[1]));
      });
    }
  });
  try {
    const chosen = await listening;
    const userData = path.join(data.folder, 'User');
    return { port: chosen, ...(token === undefined ? {} : { token }), userData, log: () => log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The address of a window.
 * @param {{ port: number, token?: string }} server
 * @param {object} what
 * @param {string} [what.extension] absolute path of an extension's folder, which the window loads
 * @param {string} [what.tests] absolute path of a test module that the extension host runs
 * @param {boolean} [what.web] whether the extension's `browser` entry runs, in the web worker extension host
 * @param {string} [what.folder] absolute path of the folder to open; may be appended to the address later
 * @returns {string}
 */
export function windowAddress({ port, token }, { extension, tests, web = false, folder }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://127.0.0.1:${port}${file.replaceAll('\\', '/').replace(/^(?!\/)/, '/')}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(web ? [['extensionDevelopmentKind', 'web']] : []),
    ['skipWelcome', 'true'],
  ];
  const query = [
    ...(token === undefined ? [] : [`tkn=${encodeURIComponent(token)}`]),
    `payload=${encodeURIComponent(JSON.stringify(payload))}`,
    ...(folder === undefined ? [] : [`folder=${encodeURIComponent(folder)}`]),
  ];
  return `http://127.0.0.1:${port}/?${query.join('&')}`;
}
