import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { CODEBOOK_FILE } from '../model/article';
import { exists, isInside, isWithin } from './files';
import { remembering } from './remembering';

/** Folders whose codebook is remembered: those of the branch that is walked through, and some more. */
const MOST_REMEMBERED = 200;

/** Finds the codebook that counts for a folder: the nearest one upward, to git's root, or to where the search ends without. */
export class NearestCodebook {
  readonly #end: string;
  /** The file, whether it can be read or not; undefined where there is none. Of a folder's real path. */
  readonly of: (folder: string) => Promise<string | undefined>;

  /** @param end a real path: where to stop if there is no git, and the folder out of which no link is followed */
  constructor(end: string) {
    this.#end = end;
    this.of = remembering(MOST_REMEMBERED, (folder) => this.#search(folder));
  }

  /** For what is in a folder (a real path) that was named: without git, the folder that the tool was called in ends the search if it
   * is around that one, else that one does. */
  static async within(folder: string): Promise<NearestCodebook> {
    const here = await realpath('.');
    return new NearestCodebook(isWithin(folder, here) ? here : folder);
  }

  async #search(folder: string): Promise<string | undefined> {
    const file = path.join(folder, CODEBOOK_FILE);
    const root = (await gitRoot(folder)) ?? this.#end;
    if ((await exists(file)) && (await isInside(file, root))) return file;
    const above = path.dirname(folder);
    return above === folder || folder === root ? undefined : this.of(above);
  }
}

/** The nearest folder upward that has a `.git`. */
export async function gitRoot(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
