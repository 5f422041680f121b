import * as vscode from 'vscode';
import type { Files } from '../files';
import type { Unwritten } from '../store/mending';
import { compressed, decompressed } from '../texts/compression';

/** One file of a change of several: what it was, and what it becomes; `base` is absent where it is made. */
export interface JournalFile extends Unwritten {
  readonly uri: string;
}

/** A change of several files, as it is kept from before the first of them is written until the last one is. */
export interface JournalEntry {
  /** As messages show it. */
  readonly label: string;
  readonly files: readonly JournalFile[];
}

/** So often does whoever writes say that it is still at it; who hasn't for so long has ended. */
export const BEAT_MS = 2000;
export const LEFT_OVER_MS = 5 * BEAT_MS;
const MOST_BYTES = 2 * 1024 ** 3;

/** The journals in a folder of ours. */
export class Journals {
  constructor(
    private readonly files: Files,
    private readonly folder: vscode.Uri,
  ) {}

  /** Keeps an entry; gives the name that it is known by. */
  async write(entry: JournalEntry): Promise<string> {
    const name = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
    await this.beat(name);
    // On a local disk it is flushed: no file of the entry is on the disk before it.
    await this.files.replace(this.at(`${name}.json.gz`), await compressed(JSON.stringify(entry)), undefined);
    return name;
  }

  /** Says that an entry is still being worked on. */
  async beat(name: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.at(`${name}.beat`), new TextEncoder().encode(String(Date.now())));
  }

  async remove(name: string): Promise<void> {
    for (const ending of ['json.gz', 'beat'])
      await vscode.workspace.fs.delete(this.at(`${name}.${ending}`)).then(undefined, () => undefined); // never made
  }

  /** The names of all entries, the oldest first. */
  async names(): Promise<readonly string[]> {
    const files = await vscode.workspace.fs.readDirectory(this.folder).then(undefined, () => []); // never made
    const names = files.flatMap(([file]) => /^(.+)\.beat$/.exec(file)?.[1] ?? []);
    return names.sort();
  }

  /** Undefined where it was not written to its end: none of its files was touched then. */
  async read(name: string): Promise<JournalEntry | undefined> {
    try {
      const bytes = (await vscode.workspace.fs.readFile(this.at(`${name}.json.gz`))) as Uint8Array<ArrayBuffer>;
      return JSON.parse(await decompressed(bytes, MOST_BYTES)) as JournalEntry;
    } catch {
      return undefined;
    }
  }

  /** Whether a window is still at it. */
  async isAlive(name: string): Promise<boolean> {
    const bytes = await vscode.workspace.fs.readFile(this.at(`${name}.beat`)).then(undefined, () => undefined);
    return bytes !== undefined && Date.now() - Number(new TextDecoder().decode(bytes)) < LEFT_OVER_MS;
  }

  private at(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}
