// npm start [-- FOLDER] [--host desktop|server] [--port N]: opens a real VS Code with the extension.
// Knows only Node until the packages are installed: what needs them is imported after that.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { readArguments, readPort, runMain, UsageError } from './arguments.mjs';
import { installDependencies } from './dependencies.mjs';
import { startDesktop } from './installed-desktop.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { endOnSignals, runShown } from './processes.mjs';
import { startServer, windowAddress } from './server.mjs';
import { hasDisplay, onPath } from './where.mjs';

const USAGE = `Usage: npm start [-- [FOLDER] [--host desktop|server] [--port N]]
FOLDER: what is opened, samples/ by default.
--host: desktop VS Code (\`code\` on the PATH), or VS Code's own server for a browser.
--port: the server's port on 127.0.0.1; a free one by default.`;

/** @param {string | undefined} named @returns {string} the folder's absolute path @throws {UsageError} */
function readFolder(named) {
  // npm runs us in the project's root, and says where the person was.
  const folder = named === undefined ? inRoot('samples') : path.resolve(process.env['INIT_CWD'] ?? '.', named);
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file, not a folder`);
  return folder;
}

/** @param {string} address is shown by the person's browser, where there is one */
function openInBrowser(address) {
  if (!hasDisplay()) return;
  const windows = process.platform === 'win32';
  const opener = windows ? 'explorer' : process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (!windows && !onPath(opener)) return;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log(`The browser could not be opened by ${opener}.`));
  child.unref();
}

/** @param {string} folder @param {number} port @returns {Promise<number>} the exit code */
async function openServer(folder, port) {
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ port, token, installed: true });
  const address = windowAddress(server, { folder });
  console.log(`\nVS Code with Policy Annotator on ${folder}:\n\n  ${address}\n\nCtrl+C ends it.`);
  openInBrowser(address);
  const code = await server.ended;
  console.error(`VS Code's server ended with ${code}.\n${server.log().slice(-2000)}`);
  return 1;
}

endOnSignals();
await runMain(async () => {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(USAGE);
    return 0;
  }
  const { values, positionals } = readArguments(
    process.argv.slice(2),
    { host: { type: 'string', one: ['desktop', 'server'] }, port: { type: 'string' } },
    { usage: USAGE, positionals: 1 },
  );
  const folder = readFolder(positionals[0]);
  const port = readPort(values['port'], USAGE);
  const desktopThere = onPath('code') && hasDisplay();
  if (values['host'] === 'desktop' && !desktopThere) {
    throw new UsageError('--host desktop needs `code` on the PATH and a display; --host server needs neither');
  }
  if (values['host'] === 'desktop' && port !== 0) throw new UsageError(`--port is for --host server\n${USAGE}`);
  const desktop = values['host'] === 'desktop' || (values['host'] === undefined && port === 0 && desktopThere);

  await installDependencies();
  const built = await runShown(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
  if (built !== 0) throw new Error('The extension could not be built.');
  return desktop ? startDesktop(folder) : openServer(folder, port);
});
