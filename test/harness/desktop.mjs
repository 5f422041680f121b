// One run of the host tests in desktop VS Code, which @vscode/test-electron downloads and starts.
import readline from 'node:readline';
import { lineReader } from './marked-lines.mjs';
import { inRoot } from './paths.mjs';
import { start } from './processes.mjs';
import { writeSettings, QUIET_SETTINGS } from './server.mjs';
import { hasDisplay, onPath } from './where.mjs';

/**
 * @param {import('./server-host.mjs').HostRun} run
 * @returns {Promise<string>} why it ended
 * @throws {Error} where VS Code can't be had or started
 */
export async function runInDesktop(run) {
  writeSettings(run.area, QUIET_SETTINGS);
  const { extension, tests, folder, web, area } = run;
  const request = JSON.stringify({ extension, tests, folder, web, data: area });
  const call = [process.execPath, inRoot('test/harness/desktop-child.mjs'), request];
  const [command = '', ...args] = !hasDisplay() && onPath('xvfb-run') ? ['xvfb-run', '-a', ...call] : call;
  const { child } = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let last = '';
  let told = false;
  const lines = lineReader({ ...run, take: (event) => ((told = true), run.take(event)) }, () => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    readline.createInterface({ input: stream }).on('line', (line) => {
      if (/^(- |Downloading)/.test(line)) console.log(`  ${line}`);
      if (!line.includes('[t]{')) last = `${last}${line}\n`.slice(-1500);
      lines(line);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (!told && code !== 0) throw new Error(`@vscode/test-electron ended with ${code}:\n${last}`);
  return `VS Code ended with ${code}`;
}
