// Child processes that never outlive us: each is the head of its own group, which is ended when we end.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

/** Makes the signals that end a program run the exit handlers below, too. Called once, by a program's entry. */
export function endOnSignals() {
  // Every child, folder and lock that must not outlive us has one: two halves of the UI tests come to more than ten.
  process.setMaxListeners(50);
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(signal, () => process.exit(code));
  }
}

/** @param {number | undefined} pid the head of a group; one that is gone already is no error */
function endGroup(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It ended by itself.
  }
}

/**
 * Starts a program as the head of its own process group.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {{ child: import('node:child_process').ChildProcess, end: () => Promise<void> }} `end` ends the whole group
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const atExit = () => endGroup(child.pid);
  process.once('exit', atExit);
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  void gone.then(() => process.off('exit', atExit));
  const end = async () => {
    endGroup(child.pid);
    await gone;
  };
  return { child, end };
}

/**
 * Runs a program to its end, showing its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not be started
 */
export function runShown(command, args, options = {}) {
  const { child } = start(command, args, { stdio: 'inherit', ...options });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program to its end, keeping its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number | null, output: string }>} `code`: null where a signal ended it
 */
export async function runKept(command, args, options = {}) {
  let output = '';
  const { child } = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (data) => (output += data));
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}

/**
 * Runs a program that takes long: its output is kept back, and a line now and then tells that it goes on.
 * @param {string} label what is being done, for the progress lines
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>}
 * @throws {Error} with the end of the output, where the program fails
 */
export async function runWithProgress(label, command, args, options = {}) {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  console.log(`${label} …`);
  const timer = setInterval(() => console.log(`${label} … ${seconds()}`), 10_000);
  try {
    const { code, output } = await runKept(command, args, options);
    if (code !== 0) throw new Error(`${label}: ${command} ended with ${code}\n${output.slice(-3000)}`);
  } finally {
    clearInterval(timer);
  }
  console.log(`${label}: done in ${seconds()}`);
}

/**
 * How to call npm. Under `npm test` and `npm start` npm says where it is, which spares Windows its npm.cmd.
 * @param {readonly string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(args) {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(path.basename(cli))) return [process.execPath, [cli, ...args]];
  return ['npm', [...args]];
}
