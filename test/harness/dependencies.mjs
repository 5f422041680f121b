// Installs the project's own packages where they are missing or another version's.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { npm, runWithProgress } from './processes.mjs';

/**
 * Whether node_modules was installed from just this package-lock.json.
 * @param {string} root the project's root
 * @returns {{ installed: boolean, hash: string, stamp: string }} `stamp` is the file that says so, by the lock's hash
 */
export function installedState(root) {
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.installed-from-lock');
  return { installed: existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash, hash, stamp };
}

/** Runs `npm ci` unless it was run for this package-lock.json. Knows nothing but Node: it is what comes first. */
export async function installDependencies() {
  if (installedState(ROOT).installed) return;
  await withLock(path.join(CACHE, 'install.lock'), async () => {
    const { installed, hash, stamp } = installedState(ROOT);
    if (installed) return;
    const [command, args] = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    await runWithProgress('Installing the packages of package-lock.json', command, args, { cwd: ROOT });
    writeFileSync(stamp, `${hash}\n`);
  });
}
