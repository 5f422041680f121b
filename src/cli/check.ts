import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { sidecarName } from '../model/article';
import { knownIds } from '../sidecar/knownIds';
import { readCodebook } from '../sidecar/read';
import { parsed } from './arguments';
import { checkFile, type KnownIn } from './checkFile';
import { asJson, counted, exitCodes, Failure, print, printable, say, type Command } from './command';
import { exists, readIfThere } from './files';
import type { Finding } from './finding';
import { NearestCodebook } from './nearestCodebook';
import { remembering } from './remembering';
import { ourFiles } from './walk';

export const check: Command = {
  help: `Checks sidecars and codebooks: the files named, the sidecars of the articles named, and all in the folders named (without
any, in this one) but for .git and node_modules; each once. Symbolic links are not followed. Prints
FILE:LINE:COLUMN: SEVERITY: MESSAGE for each finding.

Errors: a file that can't be read or would lose something if it were written; conflict markers; a quotation that isn't
at its place though the text is the one described; links to annotations, and ids of actors, topics and sources, that
aren't there. Warnings: no article, another text, article.file isn't its name, no codebook, a higher version. Notes: the
form isn't canonical.

--strict  warnings count as errors in the exit code
--json    prints {"sidecars", "codebooks", "errors", "warnings", "notes", "findings": [{"file", "line", "column",
          "severity", "message"}]} instead

Exit code 0: no errors (with --strict: nothing but notes). 1: there are. 2: a PATH isn't there.

Examples:
  policy-annotator check
  policy-annotator check --strict articles policy-codebook.json
  policy-annotator check --json > findings.json`,
  run: async (args) => {
    const options = { strict: { type: 'boolean' }, json: { type: 'boolean' } } as const;
    const { values, places } = parsed(args, options, { needed: [], most: Infinity });
    const findings: ({ readonly file: string } & Finding)[] = [];
    const counts = { error: 0, warning: 0, note: 0, 'policy-annotations': 0, 'policy-codebook': 0 };
    const tell = (file: string, { severity, message, line, column }: Finding): void => {
      counts[severity] += 1;
      if (values['json']) findings.push({ file, line, column, severity, message });
      else print(`${printable(file)}:${line}:${column}: ${severity}: ${printable(message)}`);
    };
    const fail = (file: string, message: string): void =>
      tell(file, { severity: 'error', message, line: 1, column: 1 });

    const seen = new Set<string>();
    const known = (file: string): boolean => seen.size === seen.add(path.resolve(file)).size;

    for (const start of places.length > 0 ? places : ['.']) {
      const real = await realpath(start).catch(() => {
        throw new Failure(`There is no file or folder ${printable(start)}.`);
      });
      const isFolder = (await stat(real)).isDirectory();
      const root = isFolder ? real : path.dirname(real);
      const knownIn = await codebooksUpward(root);
      for await (const file of isFolder ? ourFiles(start, fail) : [await fileMeant(start)]) {
        if (known(file)) continue;
        try {
          const checked = await checkFile(file, knownIn, root);
          if (checked) counts[checked.format] += 1;
          else if (!isFolder)
            fail(file, 'This is neither a sidecar nor a codebook of ours, and no sidecar is beside it');
          for (const finding of checked?.findings ?? []) tell(file, finding);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          fail(file, error.message);
        }
      }
    }
    const { error: errors, warning: warnings, note: notes } = counts;
    const files = { sidecars: counts['policy-annotations'], codebooks: counts['policy-codebook'] };
    if (values['json']) print(asJson({ ...files, errors, warnings, notes, findings }));
    else
      say(
        `${counted(files.sidecars, 'sidecar')} and ${counted(files.codebooks, 'codebook')}: ` +
          `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(notes, 'note')}.`,
      );
    const isBad = errors > 0 || (values['strict'] === true && warnings > 0);
    return isBad ? exitCodes.problems : exitCodes.ok;
  },
};

/** Of an article that was named, its sidecar, if there is one. */
async function fileMeant(file: string): Promise<string> {
  const beside = sidecarName(file);
  return (await exists(beside)) ? beside : file;
}

/** Codebooks of which the ids are remembered. */
const MOST_REMEMBERED = 50;

async function codebooksUpward(root: string): Promise<KnownIn> {
  const nearest = await NearestCodebook.within(root);
  const idsIn = remembering(MOST_REMEMBERED, async (file) => {
    // One that can't be read is told of where it is checked itself; none further up counts in its place.
    const bytes = await readIfThere(file).catch(() => undefined);
    const result = bytes && readCodebook(bytes);
    return result?.ok ? knownIds(result.value) : undefined;
  });
  return async (folder) => {
    const file = await nearest.of(folder);
    return file === undefined ? undefined : idsIn(file);
  };
}
