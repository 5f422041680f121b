import path from 'node:path';
import { sidecarName, type Sidecar } from '../model/article';
import { sha256 } from '../sidecar/hash';
import { printSidecar } from '../sidecar/print';
import { readSidecar } from '../sidecar/read';
import { parsed } from './arguments';
import { exitCodes, Failure, print, printable, say, type Command } from './command';
import { readBytes, readIfThere } from './files';
import { reanchored } from './reanchored';
import { textOf } from './textFile';

export const reanchor: Command = {
  name: 'reanchor',
  help: `reanchor [--old OLD] [--sidecar FILE] [--encoding NAME] NEW

Finds the annotations of an article again in its new text, NEW, and prints the sidecar for that, with "standing" on each
annotation, and "standing", "confidence" and "candidates" on each range: "anchored" ones have new positions; "uncertain"
and "orphaned" ones are as they were last seen, and "text" says in which text. Nothing is written.

--old OLD       the text that the annotations were made in: with it, far more is found again
--sidecar FILE  else the sidecar beside NEW, or beside OLD: the one that describes OLD, where both are there
--encoding NAME of NEW and OLD; else a byte order mark counts, or what the sidecar says, or UTF-8

Exit code 0: printed; how many stand how is on the standard error. 2: a file can't be read.`,
  run: async (args) => {
    const texts = { old: { type: 'string' }, sidecar: { type: 'string' }, encoding: { type: 'string' } } as const;
    const { values, places } = parsed(args, texts, { least: 1, most: 1 });
    const [newFile = ''] = places;
    const { old: oldFile, sidecar: named, encoding } = values as Partial<Record<keyof typeof texts, string>>;

    const newBytes = await readBytes(newFile);
    const oldBytes = oldFile === undefined ? undefined : await readBytes(oldFile);
    const describes = async (sidecar: Sidecar): Promise<boolean> =>
      oldBytes !== undefined &&
      (await sha256(decoded(oldFile ?? '', oldBytes, encoding ?? sidecar.article.encoding).text)) ===
        sidecar.article.sha256.toLowerCase();
    const sidecar =
      named === undefined ? await sidecarBeside(newFile, oldFile, describes) : await readSidecarOf(named, true);

    const { text, encoding: own } = decoded(newFile, newBytes, encoding ?? sidecar.article.encoding);
    const oldTexts = new Map<string, string>();
    if (oldBytes && oldFile !== undefined) {
      const old = decoded(oldFile, oldBytes, encoding ?? sidecar.article.encoding).text;
      const hash = await sha256(old);
      oldTexts.set(hash, old);
      if (hash !== sidecar.article.sha256.toLowerCase()) {
        say(
          `The sidecar doesn't describe ${printable(oldFile)}: without the old text, quotations and contexts alone count.`,
        );
      }
    }
    const to = { file: path.basename(newFile), text, sha256: await sha256(text), encoding: registered(own) };
    const { sidecar: result, standings, gone } = reanchored(sidecar, to, oldTexts);
    for (const { exact } of gone) say(`Boilerplate that is gone, and left out: ${printable(JSON.stringify(exact))}`);
    say(`${standings.anchored} anchored, ${standings.uncertain} uncertain, ${standings.orphaned} orphaned.`);
    print(printSidecar(result).trimEnd());
    return exitCodes.ok;
  },
};

/** UTF-8 isn't named in a sidecar. */
function registered(encoding: string | undefined): string | undefined {
  return encoding !== undefined && /^utf-?8$/i.test(encoding) ? undefined : encoding;
}

function decoded(
  file: string,
  bytes: Uint8Array,
  encoding: string | undefined,
): { text: string; encoding: string | undefined } {
  const read = textOf(bytes, encoding);
  if (!read) throw new Failure(`${printable(file)}: the encoding "${printable(encoding ?? '')}" isn't known.`);
  return read;
}

async function sidecarBeside(
  newFile: string,
  oldFile: string | undefined,
  describesOld: (sidecar: Sidecar) => Promise<boolean>,
): Promise<Sidecar> {
  const beside = await readSidecarOf(sidecarName(newFile), false);
  const old = oldFile === undefined ? undefined : await readSidecarOf(sidecarName(oldFile), beside === undefined);
  if (beside && old && !(await describesOld(beside)) && (await describesOld(old))) return old;
  const found = beside ?? old;
  if (!found)
    throw new Failure(`There is no sidecar ${printable(sidecarName(newFile))}; --sidecar FILE names another.`);
  return found;
}

/** Undefined where there is no such file, unless it is `needed`. */
async function readSidecarOf(file: string, needed: true): Promise<Sidecar>;
async function readSidecarOf(file: string, needed: boolean): Promise<Sidecar | undefined>;
async function readSidecarOf(file: string, needed: boolean): Promise<Sidecar | undefined> {
  const bytes = needed ? await readBytes(file) : await readIfThere(file);
  if (!bytes) return undefined;
  const result = readSidecar(bytes);
  const problem = result.ok ? result.readOnly : result.problem;
  if (problem || !result.ok) {
    const { line, message } = problem ?? { line: 1, message: '' };
    throw new Failure(`${printable(file)}, line ${line}: ${printable(message)}.`);
  }
  return result.value;
}
