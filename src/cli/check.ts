import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { parsed } from './arguments';
import { checkFile } from './checkFile';
import { exitCodes, Failure, print, printable, say, type Command } from './command';
import type { Finding } from './finding';
import { NearestCodebook } from './nearestCodebook';
import { ourFiles } from './walk';

export const check: Command = {
  name: 'check',
  help: `check [--strict] [PATH]…

Checks sidecars and codebooks: the files named, and those in the folders named (without any, in this one) but for .git
and node_modules. Symbolic links are not followed. Prints FILE:LINE:COLUMN: SEVERITY: MESSAGE for each finding.

Errors: a file that can't be read or would lose something if it were written; conflict markers; a quotation that isn't
at its place though the text is the one described; links to annotations, and ids of actors, topics and sources, that
aren't there. Warnings: no article, another text, article.file isn't its name, no codebook, a higher version. Notes: the
form isn't canonical.

Exit code 0: no errors (with --strict: nothing but notes). 1: there are. 2: a PATH isn't there.`,
  run: async (args) => {
    const options = { strict: { type: 'boolean' } } as const;
    const { values, places } = parsed(args, options, { least: 0, most: Infinity });
    const counts = { error: 0, warning: 0, note: 0, 'policy-annotations': 0, 'policy-codebook': 0 };
    const tell = (file: string, { severity, message, line, column }: Finding): void => {
      counts[severity] += 1;
      print(`${printable(file)}:${line}:${column}: ${severity}: ${printable(message)}`);
    };
    const fail = (file: string, message: string): void =>
      tell(file, { severity: 'error', message, line: 1, column: 1 });

    for (const start of places.length > 0 ? places : ['.']) {
      const real = await realpath(start).catch(() => {
        throw new Failure(`There is no file or folder ${printable(start)}.`);
      });
      const isFolder = (await stat(real)).isDirectory();
      const root = isFolder ? real : path.dirname(real);
      const codebooks = new NearestCodebook(root);
      for await (const file of isFolder ? ourFiles(start, fail) : [start]) {
        try {
          const checked = await checkFile(file, codebooks, root);
          if (checked) counts[checked.format] += 1;
          else if (!isFolder) fail(file, 'This is neither a sidecar nor a codebook of ours');
          for (const finding of checked?.findings ?? []) tell(file, finding);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          fail(file, error.message);
        }
      }
    }
    say(
      `${counted(counts['policy-annotations'], 'sidecar')} and ${counted(counts['policy-codebook'], 'codebook')}: ` +
        `${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counted(counts.note, 'note')}.`,
    );
    const isBad = counts.error > 0 || (values['strict'] === true && counts.warning > 0);
    return isBad ? exitCodes.problems : exitCodes.ok;
  },
};

/** "1 sidecar", "2 sidecars" */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
