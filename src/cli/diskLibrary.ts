import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { HeldArticle, HeldCodebook, Library } from '../exchange/importing/library';
import { nearestPath } from '../exchange/importing/nearestPath';
import { CODEBOOK_FILE, sidecarName, SIDECAR_SUFFIX, type ArticleInfo, type Sidecar } from '../model/article';
import { compareCodeUnits } from '../model/codeUnits';
import { sha256, sha256OfBytes } from '../sidecar/hash';
import { parseSidecar, readCodebook, readSidecar } from '../sidecar/read';
import { Failure, printable, UsageError } from './command';
import { isForeign } from './fileFormat';
import { exists, isInside, isWithin, readIfThere } from './files';
import { NearestCodebook } from './nearestCodebook';
import { rewritable, valueOf } from './ourContent';
import { textOf } from './textFile';
import { filesUnder, isCalledSidecar } from './walk';

/** What articles are called that nobody annotated yet. */
const articleName = /\.(?:txt|text|md|markdown|article|html?|rst|org|tex)$/i;

/** Paths of articles, relative to the folder, with `/`. */
interface Listing {
  readonly paths: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

/** Paths of articles by what files hold, in their order. */
interface Contents {
  readonly byHash: ReadonlyMap<string, readonly string[]>;
  readonly byUrl: ReadonlyMap<string, readonly string[]>;
}

/**
 * The articles in and under a folder, annotated or not, as an import meets them. Symbolic links are not followed. Rejects with
 * a {@link Failure} where a file can't be read; one that an import may write again mustn't lose anything by that. Remembers
 * what it gave, to tell what was changed meanwhile.
 */
export class DiskLibrary implements Library {
  #listing: Promise<Listing> | undefined;
  #contents: Promise<Contents> | undefined;
  /** By their files. */
  readonly #codebooks = new Map<string, HeldCodebook>();
  /** Hashes of the files that were given; undefined where there was none. */
  readonly #given = new Map<string, string | undefined>();

  private constructor(
    /** A real path but for what isn't there yet. */
    private readonly folder: string,
    private readonly nearest: NearestCodebook,
    private readonly progress: (path: string) => void,
  ) {}

  /** @param folder need not be there yet
   * @param progress told each article's path while all are looked through */
  static async of(folder: string, progress: (path: string) => void): Promise<DiskLibrary> {
    const real = await realPathOf(path.resolve(folder));
    const found = await stat(real).catch(() => undefined);
    if (found && !found.isDirectory()) throw new UsageError(`${printable(folder)} is no folder.`);
    const library = new DiskLibrary(real, await NearestCodebook.within(real), progress);
    await library.#codebookOf(real);
    return library;
  }

  get codebook(): HeldCodebook {
    const [first] = this.#codebooks.values();
    if (!first) throw new Error('It was read before anything else');
    return first;
  }

  async byHash(hash: string, wanted: string): Promise<HeldArticle | undefined> {
    return this.#held(nearestPath((await this.#looked()).byHash.get(hash) ?? [], wanted));
  }

  async byUrl(url: string): Promise<HeldArticle | undefined> {
    return this.#held(only((await this.#looked()).byUrl.get(url)));
  }

  async byPath(wanted: string): Promise<HeldArticle | undefined> {
    const { paths, byName } = await this.#listed();
    return this.#held(paths.has(wanted) ? wanted : only(byName.get(path.posix.basename(wanted))));
  }

  async isTaken(wanted: string): Promise<boolean> {
    const file = this.fileOf(wanted);
    let folder = path.dirname(file);
    while (!(await exists(folder))) folder = path.dirname(folder);
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
      throw new Failure(`${printable(wanted)} can't be made: ${printable(folder)} is no folder.`);
    }
    if (isWithin(folder, this.folder) && !(await isInside(folder, this.folder))) {
      throw new Failure(`${printable(folder)} is a link out of the folder: nothing is written there.`);
    }
    return (await exists(file)) || (await exists(sidecarName(file)));
  }

  /** Where an article is, or goes. */
  fileOf(relative: string): string {
    return path.join(this.folder, relative);
  }

  /** Throws a {@link Failure} where a file that was given isn't any more as it was then. */
  async assertUnchanged(file: string): Promise<void> {
    const bytes = await readIfThere(file);
    if (bytes ? (await sha256OfBytes(bytes)) === this.#given.get(file) : this.#given.get(file) === undefined) return;
    throw new Failure(`${printable(file)} was changed meanwhile. Nothing was written; import once more.`);
  }

  async #held(relative: string | undefined): Promise<HeldArticle | undefined> {
    if (relative === undefined) return undefined;
    const file = this.fileOf(relative);
    const sidecarFile = sidecarName(file);
    if ((await exists(sidecarFile)) && !(await isInside(sidecarFile, this.folder))) {
      throw new Failure(`${printable(sidecarFile)} is a link out of the folder, and isn't read.`);
    }
    const bytes = await this.#give(sidecarFile);
    const sidecar = bytes && rewritable(sidecarFile, readSidecar(bytes));
    const text = await this.#textOf(file, sidecar);
    if (text === undefined) return undefined;
    const hash = await sha256(text);
    const article: ArticleInfo = { file: path.basename(file), sha256: hash, length: text.length };
    return {
      ...{ key: file, path: relative, text, sha256: hash },
      sidecar: sidecar ?? { format: 'policy-annotations', version: 1, article, annotations: [] },
      codebook: await this.#codebookOf(path.dirname(file)),
    };
  }

  async #codebookOf(folder: string): Promise<HeldCodebook> {
    const file = (await this.nearest.of(folder)) ?? path.join(this.folder, CODEBOOK_FILE);
    const held = this.#codebooks.get(file) ?? (await this.#codebookIn(file));
    this.#codebooks.set(file, held);
    return held;
  }

  async #codebookIn(file: string): Promise<HeldCodebook> {
    const bytes = await this.#give(file);
    return { key: file, content: bytes && rewritable(file, readCodebook(bytes)) };
  }

  async #give(file: string): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(file);
    this.#given.set(file, bytes && (await sha256OfBytes(bytes)));
    return bytes;
  }

  #listed(): Promise<Listing> {
    this.#listing ??= this.#list();
    return this.#listing;
  }

  async #list(): Promise<Listing> {
    const found = new Set<string>();
    const isWanted = (name: string): boolean => isCalledSidecar(name) || articleName.test(name);
    for await (const file of (await exists(this.folder)) ? filesUnder(this.folder, isWanted) : []) {
      const article = isCalledSidecar(file) ? file.slice(0, -SIDECAR_SUFFIX.length) : file;
      if (await isInside(article, this.folder))
        found.add(path.relative(this.folder, article).split(path.sep).join('/'));
    }
    const paths = new Set([...found].sort(compareCodeUnits));
    return { paths, byName: grouped([...paths].map((one) => [path.posix.basename(one), one])) };
  }

  #looked(): Promise<Contents> {
    this.#contents ??= this.#look();
    return this.#contents;
  }

  async #look(): Promise<Contents> {
    const hashes: [string, string][] = [];
    const urls: [string, string][] = [];
    for (const relative of (await this.#listed()).paths) {
      this.progress(relative);
      const file = this.fileOf(relative);
      const sidecar = await sidecarBeside(file);
      const text = await this.#textOf(file, sidecar);
      if (text === undefined) continue;
      hashes.push([await sha256(text), relative]);
      if (sidecar?.article.url !== undefined) urls.push([sidecar.article.url, relative]);
    }
    return { byHash: grouped(hashes), byUrl: grouped(urls) };
  }

  /** Undefined where it isn't there any more. */
  async #textOf(file: string, sidecar: Sidecar | undefined): Promise<string | undefined> {
    const bytes = await readIfThere(file);
    const encoding = sidecar?.article.encoding;
    const read = bytes && textOf(bytes, encoding);
    if (bytes && !read)
      throw new Failure(`${printable(file)}: the encoding "${printable(encoding ?? '')}" isn't known.`);
    return read?.text;
  }
}

/** Undefined where there is none, or it is another tool's. */
async function sidecarBeside(article: string): Promise<Sidecar | undefined> {
  const file = sidecarName(article);
  const bytes = await readIfThere(file);
  const result = bytes && parseSidecar(bytes);
  if (!result || (!result.ok && (await isForeign(file, bytes, result.problem)))) return undefined;
  return valueOf(file, result);
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function only(found: readonly string[] = []): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** With links followed as far as the path is there. */
async function realPathOf(file: string): Promise<string> {
  const real = await realpath(file).catch(() => undefined);
  if (real !== undefined || path.dirname(file) === file) return real ?? file;
  return path.join(await realPathOf(path.dirname(file)), path.basename(file));
}
