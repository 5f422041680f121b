import path from 'node:path';
import type { PlacedAnnotation } from '../model/annotation';
import { sidecarName, type Sidecar } from '../model/article';
import { sha256 } from '../sidecar/hash';
import { printSidecar } from '../sidecar/print';
import { readSidecar } from '../sidecar/read';
import { parsed } from './arguments';
import { asJson, exitCodes, Failure, print, printable, say, type Command } from './command';
import { readBytes, readIfThere } from './files';
import { rewritable } from './ourContent';
import { reanchored, stored } from './reanchored';
import { textOf } from './textFile';
import { createFile, replaceFile } from './writing';

export const reanchor: Command = {
  help: `Finds the annotations of an article again in its new text, NEW, and prints the sidecar for that, with "standing" on each
annotation, and "standing", "confidence" and "candidates" on each range: "anchored" ones have new positions; "uncertain"
and "orphaned" ones are as they were last seen, and "text" says in which text. Nothing is written without --write.

--old OLD       the text that the annotations were made in: with it, far more is found again
--sidecar FILE  else the sidecar beside NEW, or beside OLD: the one that describes OLD, where both are there
--encoding NAME of NEW and OLD; else a byte order mark counts, or what the sidecar says, or UTF-8
--write         writes the sidecar beside NEW instead of printing it, without the words on how sure places are, which the editor
                finds again; only a sidecar that was read is replaced
--json          says how many stand how as JSON: {"article", "anchored", "uncertain", "orphaned", "attention": [{"id", "type",
                "standing", "exact"}], "gone"}, on the standard output with --write, else on the standard error

Exit code 0: printed or written; how many stand how is on the standard error. 2: a file can't be read or written.

Examples:
  policy-annotator reanchor --old before.txt statement.txt > reanchored.json
  policy-annotator reanchor --write --json statement.txt`,
  run: async (args) => {
    const texts = { old: { type: 'string' }, sidecar: { type: 'string' }, encoding: { type: 'string' } } as const;
    const flags = { write: { type: 'boolean' }, json: { type: 'boolean' } } as const;
    const { values, places } = parsed(args, { ...texts, ...flags }, { needed: ['NEW'], most: 1 });
    const [newFile = ''] = places;
    const { old: oldFile, sidecar: named, encoding } = values as Partial<Record<keyof typeof texts, string>>;
    const { write = false, json = false } = values as Partial<Record<keyof typeof flags, boolean>>;

    const newBytes = await readBytes(newFile);
    const oldBytes = oldFile === undefined ? undefined : await readBytes(oldFile);
    const describes = async (sidecar: Sidecar): Promise<boolean> =>
      oldBytes !== undefined &&
      (await sha256(decoded(oldFile ?? '', oldBytes, encoding ?? sidecar.article.encoding).text)) ===
        sidecar.article.sha256.toLowerCase();
    const { file: from, sidecar } =
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
    if (write) await writeBeside(newFile, from, sidecar, stored(result));
    if (json) {
      const attention = result.annotations.filter(({ standing }) => standing !== 'anchored').map(brief);
      const report = { article: newFile, ...standings, attention, gone: gone.map(({ exact }) => exact) };
      (write ? print : say)(asJson(report));
    } else {
      for (const { exact } of gone) say(`Boilerplate that is gone, and left out: ${printable(JSON.stringify(exact))}`);
      say(`${standings.anchored} anchored, ${standings.uncertain} uncertain, ${standings.orphaned} orphaned.`);
    }
    if (!write) print(printSidecar(result).trimEnd());
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

/** Replaces the sidecar that was read, where it is the article's; else there must not be one yet. */
async function writeBeside(article: string, from: string, before: Sidecar, after: Sidecar): Promise<void> {
  const file = sidecarName(article);
  const isSame = path.resolve(from) === path.resolve(file);
  if (!isSame) await createFile(file, printSidecar(after));
  // A file whose content stays isn't written for its form alone.
  else if (printSidecar(before) !== printSidecar(after)) await replaceFile(file, printSidecar(after));
}

function brief({ id, type, standing, target }: PlacedAnnotation): object {
  return { id, type, standing, exact: target.map(({ exact }) => exact) };
}

interface ReadFile {
  readonly file: string;
  readonly sidecar: Sidecar;
}

async function sidecarBeside(
  newFile: string,
  oldFile: string | undefined,
  describesOld: (sidecar: Sidecar) => Promise<boolean>,
): Promise<ReadFile> {
  const beside = await readSidecarOf(sidecarName(newFile), false);
  const old = oldFile === undefined ? undefined : await readSidecarOf(sidecarName(oldFile), beside === undefined);
  if (beside && old && !(await describesOld(beside.sidecar)) && (await describesOld(old.sidecar))) return old;
  const found = beside ?? old;
  if (!found)
    throw new Failure(`There is no sidecar ${printable(sidecarName(newFile))}; --sidecar FILE names another.`);
  return found;
}

/** Undefined where there is no such file, unless it is `needed`. */
async function readSidecarOf(file: string, needed: true): Promise<ReadFile>;
async function readSidecarOf(file: string, needed: boolean): Promise<ReadFile | undefined>;
async function readSidecarOf(file: string, needed: boolean): Promise<ReadFile | undefined> {
  const bytes = needed ? await readBytes(file) : await readIfThere(file);
  return bytes && { file, sidecar: rewritable(file, readSidecar(bytes)) };
}
