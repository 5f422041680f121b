import * as vscode from 'vscode';
import type { Conflict } from '../../sidecar/threeWay';
import type { Disagreement } from '../store/mending';

const KEY = 'disagreements';
/** Both files as a whole are kept through a restart where they aren't longer, in UTF-16 code units. */
const LONGEST_KEPT = 500_000;

/** A disagreement as the workspace's memory keeps it. */
interface Remembered extends Omit<Disagreement, 'uri'> {
  readonly uri: string;
}

/** What two sides changed and nobody has chosen between; kept through a restart. */
export class Disagreements implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private list: readonly Disagreement[];

  constructor(private readonly memory: vscode.Memento) {
    this.list = memory.get<readonly Remembered[]>(KEY, []).map((one) => ({ ...one, uri: vscode.Uri.parse(one.uri) }));
  }

  get all(): readonly Disagreement[] {
    return this.list;
  }

  /** How many things are to be chosen. */
  get count(): number {
    return this.list.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
  }

  add(disagreement: Disagreement): void {
    this.set([...this.list, disagreement]);
  }

  /** These were chosen. */
  settle(chosen: readonly Conflict[]): void {
    const isOpen = (conflict: Conflict): boolean => !chosen.includes(conflict);
    const list = this.list.map((one) => ({ ...one, conflicts: one.conflicts.filter(isOpen) }));
    this.set(list.filter(({ conflicts }) => conflicts.length > 0));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private set(list: readonly Disagreement[]): void {
    this.list = list;
    const remembered = list.map(({ uri, ...one }) => {
      const isLong = one.ours.length + one.theirs.length > LONGEST_KEPT;
      return { ...one, ...(isLong && { base: undefined, ours: '', theirs: '' }), uri: uri.toString() };
    });
    void this.memory.update(KEY, remembered);
    this.changed.fire();
  }
}
