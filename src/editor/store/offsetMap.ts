import * as vscode from 'vscode';
import type { TextEdit } from '../../anchoring/following/edits';

/** Between a document's positions and offsets of its LF text: VS Code counts CRLF as two. */
export class OffsetMap {
  /** As before the event that is being handled: what a content change's offsets count. */
  private eol: vscode.EndOfLine;

  constructor(private readonly document: vscode.TextDocument) {
    this.eol = document.eol;
  }

  /** The edits of one event, in offsets of the text before it. */
  edits(changes: readonly vscode.TextDocumentContentChangeEvent[]): TextEdit[] {
    const wide = this.eol === vscode.EndOfLine.CRLF;
    this.eol = this.document.eol;
    return changes.map(({ range, rangeOffset, rangeLength, text }) => ({
      start: wide ? rangeOffset - range.start.line : rangeOffset,
      deleted: wide ? rangeLength - (range.end.line - range.start.line) : rangeLength,
      inserted: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text,
    }));
  }

  offsetAt(position: vscode.Position): number {
    const offset = this.document.offsetAt(position);
    return this.wide ? offset - this.document.validatePosition(position).line : offset;
  }

  positionAt(offset: number): vscode.Position {
    if (!this.wide) return this.document.positionAt(offset);
    let low = 0;
    let high = this.document.lineCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.document.validatePosition(new vscode.Position(low, Math.max(0, offset - this.lineStart(low))));
  }

  /** Length of the LF text, without making it. */
  textLength(): number {
    return this.offsetAt(new vscode.Position(this.document.lineCount, 0));
  }

  private get wide(): boolean {
    return this.document.eol === vscode.EndOfLine.CRLF;
  }

  private lineStart(line: number): number {
    return this.document.offsetAt(new vscode.Position(line, 0)) - line;
  }
}
