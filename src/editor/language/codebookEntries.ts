import * as vscode from 'vscode';
import { articleText } from '../../model/article';
import { LineIndex } from '../../model/lines';
import { itemPlaces, type ItemPlaces } from '../../sidecar/itemPlaces';
import { decoded } from '../../sidecar/utf8';
import { readIfThere } from '../files';
import { rangeIn } from '../rangeIn';
import type { CodebookFile } from '../store/codebookFile';
import { listOf, type Subject } from './subjects';

/** Where an item of a codebook stands in its file. */
export interface Entry {
  readonly uri: vscode.Uri;
  /** Its object. */
  readonly whole: vscode.Range;
  /** Its name. */
  readonly name: vscode.Range;
}

/** Gives the entry of one item; undefined where the file has none. */
export type Entries = (subject: Pick<Subject, 'kind' | 'id' | 'item'>) => Entry | undefined;

interface Read {
  readonly text: string;
  readonly lines: LineIndex;
  readonly places: ItemPlaces;
}

/** Finds the entries of codebooks in their files, as VS Code shows them: where one is open with changes, in these. */
export class CodebookEntries {
  /** By uri, what was read of a codebook last. */
  private readonly known = new Map<string, Read>();

  async of(codebook: CodebookFile): Promise<Entries> {
    // What was done in the last moment is to be found; that it can't be written is told by who writes it.
    await codebook.flush().catch(() => undefined);
    const shown = vscode.workspace.textDocuments.find((open) => open.uri.toString() === codebook.key && !open.isClosed);
    const inEditor = shown && this.read(codebook.key, articleText(shown.getText()));
    // VS Code reads a file that was written a moment later than we do.
    const onDisk = shown?.isDirty ? undefined : await this.onDisk(codebook);
    return ({ kind, id, item }) => {
      for (const read of [inEditor, onDisk]) {
        const place = read?.places.get(listOf[kind])?.get(item?.id ?? id);
        if (!read || !place) continue;
        return { uri: codebook.uri, whole: rangeIn(read.lines, place.whole), name: rangeIn(read.lines, place.name) };
      }
      return undefined;
    };
  }

  private async onDisk({ uri, key }: CodebookFile): Promise<Read | undefined> {
    const bytes = await readIfThere(uri).catch(() => undefined);
    const content = bytes && decoded(bytes);
    return content === undefined ? undefined : this.read(key, articleText(content));
  }

  private read(key: string, text: string): Read | undefined {
    const known = this.known.get(key);
    if (known?.text === text) return known;
    const places = itemPlaces(text);
    if (!places) return undefined;
    const read = { text, lines: new LineIndex(text), places };
    this.known.set(key, read);
    return read;
  }
}
