// The desktop VS Code that a person has installed, with user data of its own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runShown } from './processes.mjs';
import { QUIET_SETTINGS, writeSettings } from './server.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Ends the VS Code that has this user data: `code` starts it outside of our process group. @param {string} data */
function endDesktop(data) {
  try {
    process.kill(Number(readFileSync(path.join(data, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

/**
 * Opens a folder with the extension, until the window is closed.
 * @param {string} folder absolute path
 * @returns {Promise<number>} the exit code
 */
export async function startDesktop(folder) {
  const data = temporaryFolder('desktop');
  writeSettings(data.folder, QUIET_SETTINGS);
  process.prependOnceListener('exit', () => endDesktop(data.folder));
  console.log(`Desktop VS Code opens with Policy Annotator on ${folder}. Closing its window, or Ctrl+C, ends it.`);
  const args = [
    ...['--wait', '--new-window', '--disable-extensions', '--disable-workspace-trust'],
    `--extensionDevelopmentPath=${ROOT}`,
    ...['--user-data-dir', data.folder],
    ...['--extensions-dir', path.join(data.folder, 'extensions')],
    folder,
  ];
  return runShown('code', args, { shell: process.platform === 'win32' });
}
