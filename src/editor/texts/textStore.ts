import { sha256 as hashOf } from '../../sidecar/hash';
import { compressed, decompressed } from './compression';
import { outdated, type KeptText } from './eviction';

/** Where texts are kept: a folder of the extension's own. Every method may reject. */
export interface TextStorage {
  list(): Promise<readonly KeptText[]>;
  /** Undefined where there is no such file. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Replaces the file; it counts as used now. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  clear(): Promise<void>;
}

/** VS Code opens no larger text for extensions. */
const MOST_UNITS = 64 * 1024 * 1024;
/** UTF-8 takes three bytes a UTF-16 unit at most. */
const MOST_BYTES = 3 * MOST_UNITS;
/** How exactly it is known when a text was last of use: its file is written anew no more often. */
const TOUCH_MS = 24 * 60 * 60 * 1000;

/**
 * The texts that annotations were made in, by their sha256, compressed; the ones that were of no use for longest go first
 * where they take too much room. An entry is verified when it is read: one that isn't what its name says is none.
 */
export class TextStore {
  /** What lies in the storage, as far as this window knows: another one may write there too. */
  private known: Map<string, KeptText> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** `most`: how many bytes all of it may take. */
  constructor(
    private readonly storage: TextStorage,
    private readonly most: () => number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keeps a text, of which `sha256` is the hash. Rejects where the storage fails. */
  keep(text: string, sha256: string): Promise<void> {
    return this.inTurn(async () => {
      const name = nameOf(sha256);
      if (name === undefined || text.length > MOST_UNITS || this.most() <= 0) return;
      this.known ??= await this.listed();
      if (this.isFresh(this.known.get(name))) return;
      const bytes = await compressed(text);
      if (bytes.length > this.most()) return;
      await this.write(name, bytes);
    });
  }

  /** The text of a hash; undefined where there is none to be had. Never rejects. */
  get(sha256: string): Promise<string | undefined> {
    return this.inTurn(async () => {
      const name = nameOf(sha256);
      const bytes = name === undefined ? undefined : await this.storage.read(name);
      if (name === undefined || !bytes) return undefined;
      const text = await decompressed(bytes, MOST_BYTES).catch(() => undefined);
      if (text === undefined || (await hashOf(text)) !== sha256) {
        this.known?.delete(name);
        await this.storage.remove(name);
        return undefined;
      }
      this.known ??= await this.listed();
      // Still of use, so it stays longer than others. That this can't be noted makes it no worse.
      if (!this.isFresh(this.known.get(name))) await this.write(name, bytes).catch(() => undefined);
      return text;
    }).catch(() => undefined);
  }

  /** Removes every text. Rejects where the storage fails. */
  clear(): Promise<void> {
    return this.inTurn(async () => {
      this.known = undefined;
      await this.storage.clear();
    });
  }

  private isFresh(entry: KeptText | undefined): boolean {
    return entry !== undefined && this.now() - entry.used < TOUCH_MS;
  }

  private async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.storage.write(name, bytes);
    this.known?.set(name, { name, bytes: bytes.length, used: this.now() });
    if (outdated(this.known?.values() ?? [], this.most()).length === 0) return;
    this.known = await this.listed();
    for (const old of outdated(this.known.values(), this.most())) {
      this.known.delete(old.name);
      await this.storage.remove(old.name);
    }
  }

  private async listed(): Promise<Map<string, KeptText>> {
    return new Map((await this.storage.list()).map((entry) => [entry.name, entry]));
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** A hash may come from anybody's file: only what is one becomes a file's name. */
function nameOf(sha256: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(sha256) ? `${sha256}.txt.gz` : undefined;
}
