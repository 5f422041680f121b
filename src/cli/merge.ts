import { SIDECAR_SUFFIX, type Sidecar } from '../model/article';
import { codebookKind, sidecarKind, type FileKind } from '../sidecar/fileKind';
import { sha256 } from '../sidecar/hash';
import { mergeSidecars } from '../sidecar/mergeSidecars';
import type { Conflict, Merged } from '../sidecar/threeWay';
import { parsed } from './arguments';
import { asJson, exitCodes, Failure, print, printable, say, type Command, type ExitCode } from './command';
import { formatIn } from './fileFormat';
import { readBytes, readIfThere } from './files';
import { replaceFile } from './writing';
import { textOf } from './textFile';

export const merge: Command = {
  help: `Merges two sidecars, or two codebooks, that were made of BASE, and writes the result to OURS: a merge driver of git
(%O %A %B %P). BASE may be an empty file: then nothing is dropped that either side has. PATH is what messages call the file,
and says that git is merging: the article's hash and length become those of the text that git takes, theirs where they alone
changed it. Without PATH they are ours, but where the article beside OURS has the text of theirs.

--json  prints {"file", "conflicts": [{"code", "path", "ours", "theirs", "newId"}]} instead of conflicts in words

Exit code 0: merged. 1: merged, with conflicts: what was chosen, and what wasn't, is on the standard error. 2: a file
can't be read, or not without loss: OURS is as it was, and git leaves the conflict to you.

Examples:
  policy-annotator merge base.json statement.txt.annotations.json theirs.json
  git config merge.policy-annotator.driver "node /path/to/cli.js merge %O %A %B %P"`,
  run: async (args) => {
    const { values, places } = parsed(
      args,
      { json: { type: 'boolean' } },
      { needed: ['BASE', 'OURS', 'THEIRS'], most: 4 },
    );
    const [base = '', ours = '', theirs = '', shown = ours] = places;
    const sides: Sides = {
      base: await readBytes(base),
      ours: await readBytes(ours),
      theirs: await readBytes(theirs),
    };
    const report = values['json'] === true ? reportAsJson : reportInWords;
    if ((formatIn(sides.ours) ?? formatIn(sides.theirs)) === 'policy-codebook') {
      return mergeInto(ours, shown, sides, codebookKind, codebookKind.mergeInGit, report);
    }
    const merge = places.length === 4 ? sidecarKind.mergeInGit : besideArticleOf(ours);
    return mergeInto(ours, shown, sides, sidecarKind, merge, report);
  },
};

type Merge<T> = (base: T | undefined, ours: T, theirs: T) => Merged<T> | Promise<Merged<T>>;

interface Sides {
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

async function mergeInto<T>(
  file: string,
  shown: string,
  sides: Sides,
  { read, print: printed }: FileKind<T>,
  mergeValues: Merge<T>,
  report: typeof reportInWords,
): Promise<ExitCode> {
  const value = (side: keyof Sides): T => {
    const result = read(sides[side]);
    const problem = result.ok ? result.readOnly : result.problem;
    if (result.ok && !problem) return result.value;
    const { line, message } = problem ?? { line: 1, message: '' };
    throw new Failure(`${printable(shown)}, line ${line} of ${side}: ${printable(message)}. Nothing was merged.`);
  };
  const [ours, theirs] = [value('ours'), value('theirs')];
  const { merged, conflicts } = await mergeValues(sides.base.length > 0 ? value('base') : undefined, ours, theirs);
  const content = printed(merged);
  const again = read(new TextEncoder().encode(content));
  if (!again.ok) throw new Failure(`${printable(shown)}: what was merged can't be read: ${again.problem.message}.`);
  // A file whose content stays isn't written for its form alone.
  if (content !== printed(ours)) await replaceFile(file, content);
  report(shown, conflicts);
  return conflicts.length > 0 ? exitCodes.problems : exitCodes.ok;
}

/** Merges as the text says that is there beside OURS: without one, ours is the side that is checked out. */
function besideArticleOf(file: string): Merge<Sidecar> {
  return async (base, ours, theirs) => {
    const { encoding, sha256: hash } = theirs.article;
    const isNamed = file.endsWith(SIDECAR_SUFFIX) && hash.toLowerCase() !== ours.article.sha256.toLowerCase();
    const bytes = isNamed ? await readIfThere(file.slice(0, -SIDECAR_SUFFIX.length)).catch(() => undefined) : undefined;
    const read = bytes && textOf(bytes, encoding);
    const isTheirs = read !== undefined && (await sha256(read.text)) === hash.toLowerCase();
    return mergeSidecars(base, ours, theirs, isTheirs ? 'theirs' : 'ours');
  };
}

function reportInWords(shown: string, conflicts: readonly Conflict[]): void {
  for (const conflict of conflicts) say(`${printable(shown)}: ${inWords(conflict)}`);
}

function reportAsJson(file: string, conflicts: readonly Conflict[]): void {
  print(asJson({ file, conflicts }));
}

/** What was chosen, and the value that lost. */
function inWords({ code, path, ours, theirs, newId }: Conflict): string {
  const where = path.map(printable).join(' › ');
  const value = (side: unknown): string => (side === undefined ? 'nothing' : printable(JSON.stringify(side)));
  switch (code) {
    case 'both-changed':
      return `${where}: kept ours, ${value(ours)}; theirs is ${value(theirs)}`;
    case 'edit-beats-removal':
      return ours === undefined
        ? `${where}: ours removed it, theirs changed it; kept theirs, ${value(theirs)}`
        : `${where}: theirs removed it, ours changed it; kept ours, ${value(ours)}`;
    case 'same-id':
      return `${where}: both made something else under this id; theirs, ${value(theirs)}, is now ${printable(newId ?? '')}`;
  }
}
