import * as vscode from 'vscode';
import { platform } from '#platform';
import type { FileState, ReadFile } from '../corpus/reading';
import { SteppedFiles, type IsWhole, type PlainFileSystem } from './steppedFiles';

/** Reads and replaces small files, such that a death half-way leaves the whole old or the whole new content. */
export class Files {
  /** Tells this window's temporary files from others'. */
  private readonly writer = Math.random().toString(36).slice(2, 10);

  /** The file's bytes; undefined where there is none. */
  async read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    return platform.disk && isLocal(uri) ? platform.disk.read(uri.fsPath) : readIfThere(uri);
  }

  /** As {@link read}, after what a writer that died left behind was finished. */
  async open(uri: vscode.Uri, isWhole: IsWhole): Promise<Uint8Array | undefined> {
    return this.isAtomic(uri) ? this.read(uri) : this.stepped(uri).open(uri.path, isWhole);
  }

  /** The file and its state, for many files: without a look at what dead writers left. */
  async look(uri: vscode.Uri): Promise<ReadFile | undefined> {
    if (platform.disk && isLocal(uri)) return platform.disk.look(uri.fsPath);
    const state = await fileState(uri);
    const bytes = state && (await readIfThere(uri));
    return bytes && { ...state, bytes };
  }

  /** Undefined where there is no file to be had. */
  async state(uri: vscode.Uri): Promise<FileState | undefined> {
    return platform.disk && isLocal(uri) ? platform.disk.state(uri.fsPath).catch(() => undefined) : fileState(uri);
  }

  /** What tells one state of a file from another without reading it, as a rule; undefined where there is no file. */
  async stamp(uri: vscode.Uri): Promise<string | undefined> {
    return (await this.state(uri))?.stamp;
  }

  /**
   * Replaces the file where it holds `expected` (undefined: where there is none). Rejects with the system's error where it
   * can't; the old content stands then.
   * @returns whether it was replaced; where not, it holds something else, and nothing was done
   */
  async replace(uri: vscode.Uri, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<boolean> {
    if (platform.disk && isLocal(uri)) return platform.disk.replace(uri.fsPath, bytes, expected);
    return this.stepped(uri).replace(uri.path, bytes, expected);
  }

  /** Whether comparing and replacing are one, so that two windows can't overwrite each other. */
  isAtomic(uri: vscode.Uri): boolean {
    return platform.disk !== undefined && isLocal(uri);
  }

  private stepped(uri: vscode.Uri): SteppedFiles {
    const clock = { now: Date.now, pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };
    return new SteppedFiles(workspaceFileSystem(uri), clock, this.writer);
  }
}

function isLocal(uri: vscode.Uri): boolean {
  return uri.scheme === 'file';
}

/** `workspace.fs` by paths, of the file system that a file is in. */
function workspaceFileSystem(file: vscode.Uri): PlainFileSystem {
  const { fs } = vscode.workspace;
  const at = (path: string): vscode.Uri => file.with({ path });
  return {
    read: (path) => readIfThere(at(path)),
    write: async (path, bytes) => fs.writeFile(at(path), bytes),
    remove: async (path) => fs.delete(at(path)),
    modified: async (path) =>
      fs.stat(at(path)).then(
        ({ mtime }) => mtime,
        () => undefined,
      ),
    list: async (folder) => (await fs.readDirectory(at(folder))).map(([name]) => name),
  };
}

/** The file's bytes; undefined where there is no such file, any other failure rejects. */
export async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** What tells one state of a file from another without reading it; undefined where there is no file to be had. */
export async function fileStamp(uri: vscode.Uri): Promise<string | undefined> {
  return (await fileState(uri))?.stamp;
}

async function fileState(uri: vscode.Uri): Promise<FileState | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ mtime, size }) => ({ stamp: `${mtime} ${size}`, modified: mtime }),
    () => undefined,
  );
}
