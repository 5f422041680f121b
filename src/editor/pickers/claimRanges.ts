import * as vscode from 'vscode';
import { contains, type Range } from '../../model/range';
import { rangeLadder } from '../../suggest/claimInput';
import { cursorOf, editorOf } from '../commands/target';
import type { Article } from '../store/article';

/** So many lines at the top of an editor may lie under the picker. */
const COVERED_LINES = 12;

interface Ladder {
  readonly rungs: readonly Range[];
  at: number;
}

/** The targets of a claim while its picker is open: grown and shrunk, and shown as the editor's selection. */
export class ClaimRanges {
  private readonly editor: vscode.TextEditor | undefined;
  private readonly before: readonly vscode.Selection[];
  private shown: readonly vscode.Selection[] = [];
  /** Undefined for a target of several ranges, which stays as it is. */
  private readonly ladders: readonly (Ladder | undefined)[];

  constructor(
    private readonly article: Article,
    private readonly given: readonly (readonly Range[])[],
  ) {
    this.editor = editorOf(article);
    this.before = this.editor?.selections ?? [];
    const cursors = [cursorOf(article), ...this.before.map(({ active }) => article.offsetAt(active))];
    this.ladders = given.map(([range, ...others]) => {
      if (!range || others.length > 0) return undefined;
      const offset = cursors.find((cursor) => contains(range, { start: cursor, end: cursor })) ?? range.start;
      const rungs = rangeLadder(article.text, range, offset);
      return { rungs, at: rungs.indexOf(range) };
    });
  }

  get targets(): readonly (readonly Range[])[] {
    return this.ladders.map((ladder, index) => {
      const rung = ladder?.rungs[ladder.at];
      return rung ? [rung] : (this.given[index] ?? []);
    });
  }

  /** The first target's first range: guesses are made for it. */
  get first(): Range {
    return this.targets[0]?.[0] ?? { start: 0, end: 0 };
  }

  /** Grows (1) or shrinks (-1) every target, as far as that goes. */
  step(by: 1 | -1): void {
    for (const ladder of this.ladders) {
      if (ladder) ladder.at = Math.max(0, Math.min(ladder.rungs.length - 1, ladder.at + by));
    }
  }

  show(): void {
    if (!this.editor) return;
    const ranges = this.targets.flat().map((range) => this.article.editorRange(range));
    this.shown = ranges.map(({ start, end }) => new vscode.Selection(start, end));
    this.editor.selections = this.shown;
    const [first] = ranges;
    const top = this.editor.visibleRanges[0]?.start.line ?? 0;
    if (!first) return;
    const { InCenter, InCenterIfOutsideViewport } = vscode.TextEditorRevealType;
    this.editor.revealRange(first, first.start.line < top + COVERED_LINES ? InCenter : InCenterIfOutsideViewport);
  }

  /** Puts the selection back where it was, unless the person has put it elsewhere. */
  restore(): void {
    const isOurs = this.editor?.selections.every((selection, index) => this.shown[index]?.isEqual(selection));
    if (this.editor && isOurs) this.editor.selections = this.before;
  }
}
