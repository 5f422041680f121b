import * as vscode from 'vscode';
import { articleText } from '../model/article';
import { LineIndex } from '../model/lines';
import { decoded as utf8Decoded } from '../sidecar/utf8';
import { decoded } from './decoded';
import { fileStamp, readIfThere } from './files';
import { codeEncoding } from './store/encodingName';
import { TextRevision } from './store/textRevision';

/** An article's LF text, its lines and its hash. */
export interface ClosedText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly sha256: () => Promise<string>;
}

interface Kept extends ClosedText {
  readonly stamp: string;
  readonly encoding: string | undefined;
}

/** What the texts that are kept may come to together, in UTF-16 code units. */
const MOST_UNITS = 16 * 1024 * 1024;

/** The texts of articles that aren't open, read from their files when they are asked for; the ones asked for last are kept. */
export class ClosedTexts {
  /** By uri, the one that was asked for last at the end. */
  private readonly kept = new Map<string, Kept>();
  private units = 0;

  /** @param most code units that are kept */
  constructor(private readonly most = MOST_UNITS) {}

  /**
   * The file's text as it is now; undefined where it can't be read.
   * @param encoding as a sidecar names it; where it names none, the file is UTF-8, or else read as VS Code would open it
   */
  async of(uri: vscode.Uri, encoding: string | undefined): Promise<ClosedText | undefined> {
    const key = uri.toString();
    const stamp = await fileStamp(uri);
    const known = this.kept.get(key);
    if (known && known.stamp === stamp && known.encoding === encoding) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const text = stamp === undefined ? undefined : await textOf(uri, encoding);
    this.forget(key);
    if (stamp === undefined || text === undefined) return undefined;
    const revision = new TextRevision(text);
    const read = { text, lines: new LineIndex(text), sha256: () => revision.sha256(), stamp, encoding };
    this.keep(key, read);
    return read;
  }

  /** An article's LF text as it is now: its document's where it is open, else its file's; undefined where that can't be read. */
  async orOpen(key: string, encoding: string | undefined): Promise<string | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
    return open ? articleText(open.getText()) : (await this.of(vscode.Uri.parse(key, true), encoding))?.text;
  }

  private keep(key: string, read: Kept): void {
    this.kept.set(key, read);
    this.units += read.text.length;
    for (const oldest of this.kept.keys()) {
      if (this.units <= this.most) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.units -= this.kept.get(key)?.text.length ?? 0;
    this.kept.delete(key);
  }
}

async function textOf(uri: vscode.Uri, encoding: string | undefined): Promise<string | undefined> {
  const bytes = await readIfThere(uri).catch(() => undefined);
  if (!bytes) return undefined;
  if (encoding !== undefined) return decoded(bytes, { encoding: codeEncoding(encoding) });
  const content = utf8Decoded(bytes);
  return content === undefined ? decoded(bytes, { uri }) : articleText(content);
}
