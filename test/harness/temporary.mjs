import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Makes an empty folder that is gone when `remove` is called, or at the latest when this program ends.
 * @param {string} name what it is for
 * @returns {{ folder: string, remove: () => void }}
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), `policy-annotator-${name}-`));
  const remove = () => {
    process.off('exit', remove);
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      console.error(`${folder} could not be removed: ${error}`);
    }
  };
  process.once('exit', remove);
  return { folder, remove };
}
