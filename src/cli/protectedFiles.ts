import { stat } from 'node:fs/promises';
import path from 'node:path';
import { CODEBOOK_FILE, sidecarName, SIDECAR_SUFFIX } from '../model/article';
import type { ArticleFile } from './articleFiles';
import { Failure, printable } from './command';
import { exists } from './files';

/** What an export mustn't replace, whatever it is told: articles, and files that hold annotations or a codebook. */
export class ProtectedFiles {
  private constructor(private readonly articles: ReadonlySet<string>) {}

  /** @param articles those that are exported; others are known by the sidecars beside them */
  static async of(articles: readonly ArticleFile[]): Promise<ProtectedFiles> {
    const known = new Set<string>();
    for (const { file } of articles) {
      const key = await identity(file);
      if (key !== undefined) known.add(key);
    }
    return new ProtectedFiles(known);
  }

  /** Whether a file is to be made or replaced; throws a {@link Failure} where it may not be. */
  async wayTo(file: string, force: boolean): Promise<'create' | 'replace'> {
    const shown = printable(file);
    if (await this.#holds(file)) {
      throw new Failure(`${shown} is an article, or is called like a file with annotations: name another.`);
    }
    if (!(await exists(file))) return 'create';
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) throw new Failure(`${shown} is a folder: name a file.`);
    if (!force) throw new Failure(`${shown} is there already; --force replaces it.`);
    return 'replace';
  }

  async #holds(file: string): Promise<boolean> {
    const name = path.basename(file).toLowerCase();
    if (name === CODEBOOK_FILE || name.endsWith(SIDECAR_SUFFIX) || (await exists(sidecarName(file)))) return true;
    const key = await identity(file);
    return key !== undefined && this.articles.has(key);
  }
}

/** What a file is on its disk, whatever name or link leads to it; undefined where there is none. */
async function identity(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found && `${found.dev} ${found.ino}`;
}
