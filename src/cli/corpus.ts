import path from 'node:path';
import type { Placement } from '../anchoring/finding/placement';
import { placements } from '../anchoring/finding/placing';
import { gone } from '../anchoring/finding/unsought';
import { completed } from '../anchoring/slices';
import {
  exportContent,
  soughtTargets,
  unannotated,
  type ExportContent,
  type PresentText,
} from '../exchange/exportArticle';
import type { ExportArticle } from '../exchange/format';
import { sidecarName, type Sidecar } from '../model/article';
import type { Codebook } from '../model/codebook';
import { sha256 } from '../sidecar/hash';
import { parseSidecar } from '../sidecar/read';
import type { ArticleFile } from './articleFiles';
import { Failure, printable } from './command';
import { isForeign } from './fileFormat';
import { exists, isInside, readIfThere } from './files';
import { codebookOf, valueOf } from './ourContent';
import { textOf } from './textFile';

/** Annotated articles on disk, read one by one, with the codebooks that count for them. */
export class Corpus {
  private constructor(
    private readonly files: readonly ArticleFile[],
    /** By the file. */
    private readonly byFile: ReadonlyMap<string, Codebook>,
  ) {}

  /** Reads the codebooks alone; throws a {@link Failure} where one can't be read. */
  static async of(files: readonly ArticleFile[]): Promise<Corpus> {
    const byFile = new Map<string, Codebook>();
    for (const { folder, codebooks } of files) {
      const file = await codebooks.of(folder);
      if (file !== undefined && !byFile.has(file)) byFile.set(file, await codebookOf(file));
    }
    return new Corpus(files, byFile);
  }

  get codebooks(): readonly Codebook[] {
    return [...this.byFile.values()];
  }

  /** The articles as exporters see them. A sidecar that can't be read, or whose article is gone, is a {@link Failure}, rather than
   * left out; so is it where there is no article at all.
   * @param progress told before each what it is, and how many were read of how many */
  async *articles(
    progress: (path: string, done: number, total: number) => void = () => undefined,
  ): AsyncIterable<ExportArticle> {
    let count = 0;
    for (const [done, file] of this.files.entries()) {
      progress(file.path, done, this.files.length);
      const read = await filesOf(file);
      if (!read) continue;
      count += 1;
      const { sidecar, text } = read;
      const content = sidecar ? placed(sidecar, text) : unannotated(path.basename(file.file), text);
      const codebook = await file.codebooks.of(file.folder);
      yield { ...content, path: file.path, codebook: codebook === undefined ? undefined : this.byFile.get(codebook) };
    }
    if (count === 0) throw new Failure('There is no annotated article of ours.');
  }

  /** Throws the {@link Failure} that {@link articles} would end with. */
  async assertReadable(): Promise<void> {
    let count = 0;
    for (const file of this.files) if (await filesOf(file)) count += 1;
    if (count === 0) throw new Failure('There is no annotated article of ours.');
  }
}

interface Files {
  readonly sidecar: Sidecar | undefined;
  readonly text: PresentText;
}

/** What an article's files hold; undefined where the sidecar that was found is another tool's. */
async function filesOf({ file, foundIn }: ArticleFile): Promise<Files | undefined> {
  const sidecarFile = sidecarName(file);
  const sidecarBytes = await readIfThere(sidecarFile);
  const result = sidecarBytes && parseSidecar(sidecarBytes);
  if (foundIn !== undefined && sidecarBytes && result && !result.ok) {
    if (await isForeign(sidecarFile, sidecarBytes, result.problem)) return undefined;
  }
  const sidecar = result && valueOf(sidecarFile, result);
  const shown = printable(file);
  if (foundIn !== undefined && (await exists(file)) && !(await isInside(file, foundIn))) {
    throw new Failure(`${shown} is a link out of the folder, and isn't read.`);
  }
  const bytes = await readIfThere(file);
  if (!bytes) throw new Failure(`${shown} has annotations, but the article itself isn't there.`);
  const encoding = sidecar?.article.encoding;
  const read = textOf(bytes, encoding);
  if (!read) throw new Failure(`${shown}: the encoding "${printable(encoding ?? '')}" isn't known.`);
  return { sidecar, text: { text: read.text, sha256: await sha256(read.text) } };
}

/** Finds the targets without any older text: by their quotations and contexts, where the text is another one. */
function placed(sidecar: Sidecar, present: PresentText): ExportContent {
  const sought = soughtTargets(sidecar);
  const found = completed(placements({ ...present, targets: sought.filter(({ orphaned }) => orphaned !== true) }));
  let next = 0;
  const places = sought.map((target): readonly Placement[] =>
    target.orphaned === true ? gone(target, present.text) : (found[next++] ?? []),
  );
  return exportContent(sidecar, present, places);
}
