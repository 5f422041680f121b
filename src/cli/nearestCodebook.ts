import path from 'node:path';
import { CODEBOOK_FILE } from '../model/article';
import { readCodebook } from '../sidecar/read';
import { Failure } from './command';
import { exists, isInside, readIfThere } from './files';
import { knownIds, type KnownIds } from '../sidecar/knownIds';

/** Folders whose codebook is remembered: those of the branch that is walked through, and some more. */
const MOST_REMEMBERED = 200;

/** Finds the codebook that counts for a folder: the nearest one upward, to git's root, or to the folder that is checked. */
export class NearestCodebook {
  readonly #root: string;
  readonly #found = new Map<string, Promise<KnownIds | undefined>>();

  /** @param root a real path: where to stop if there is no git, and the folder out of which no link is followed */
  constructor(root: string) {
    this.#root = root;
  }

  /** Undefined where there is no codebook, or it can't be read. */
  of(folder: string): Promise<KnownIds | undefined> {
    const remembered = this.#found.get(folder);
    if (remembered) return remembered;
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    const found = this.#search(folder);
    this.#found.set(folder, found);
    return found;
  }

  async #search(folder: string): Promise<KnownIds | undefined> {
    const file = path.join(folder, CODEBOOK_FILE);
    const isLinkedAway = (await exists(file)) && !(await isInside(file, await gitRoot(folder, this.#root)));
    const bytes = isLinkedAway ? undefined : await readIfThere(file).catch(unreadable);
    if (bytes) {
      const result = readCodebook(bytes);
      return result.ok ? knownIds(result.value) : undefined;
    }
    const above = path.dirname(folder);
    const isTop = above === folder || folder === (await gitRoot(folder, this.#root));
    return isTop ? undefined : this.of(above);
  }
}

/** No bytes in place of those of a file that is there: a codebook further up doesn't count then. */
function unreadable(error: unknown): Uint8Array {
  if (error instanceof Failure) return new Uint8Array();
  throw error;
}

/** The nearest folder upward that has a `.git`, else `otherwise`. */
async function gitRoot(folder: string, otherwise: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return otherwise;
  }
}
