import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../../model/article';
import { ifThere, type DiskFunctions } from './diskFunctions';
import { removeLeftLock } from './fileLock';

/** How often a folder is looked through. */
const EVERY_MS = 60_000;
/** A temporary file that is older was left, although its writer's number is in use (again). */
const OLD_MS = 60 * 60_000;

const temporaryName = /^(.+)\.(\d+)-[0-9a-f]{12}\.tmp$/;
const lockName = /^(.+)\.lock$/;

/** Removes what dead writers left beside sidecars and codebooks: ours by name, and nobody's by now. */
export class Sweeper {
  private readonly swept = new Map<string, number>();

  constructor(private readonly system: DiskFunctions) {}

  /** Sweeps the folder of a file, unless that was done just now. Never rejects. */
  async sweep(path: string): Promise<void> {
    const { system } = this;
    const folder = system.folderOf(path);
    const now = system.now();
    if (now - (this.swept.get(folder) ?? -EVERY_MS) < EVERY_MS) return;
    this.swept.set(folder, now);
    const names = await system.list(folder).catch(() => []);
    for (const name of names) {
      const file = path.slice(0, -system.nameOf(path).length) + name;
      await this.removeLeft(file, name).catch(() => undefined);
    }
  }

  private async removeLeft(file: string, name: string): Promise<void> {
    const [, target = '', pid] = temporaryName.exec(name) ?? lockName.exec(name) ?? [];
    if (target !== CODEBOOK_FILE && !target.endsWith(SIDECAR_SUFFIX)) return;
    const stat = await ifThere(this.system.stat(file));
    if (!stat) return;
    const age = this.system.now() - Number(stat.mtimeNs / 1_000_000n);
    if (pid === undefined) await removeLeftLock(file, age, this.system);
    else if (age > OLD_MS || !this.system.isAlive(Number(pid))) await this.system.remove(file);
  }
}
