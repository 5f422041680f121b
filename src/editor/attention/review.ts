import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Range } from '../../model/range';
import { showError } from '../messages';
import { ActiveItem } from '../pickers/activeItem';
import { EditorPreview } from '../pickers/editorPreview';
import type { Article } from '../store/article';
import type { Attending } from './attending';
import { acceptAll, acceptOne, alikeTo, keepAsOrphan } from './deciding';
import { doubtKey, type Doubt } from './doubts';
import { doubtsIn } from './inDoubt';
import { oldContext, reviewRows, type Choice, type ReviewRow } from './reviewRows';
import { quotedDoubt, whatInDoubt } from './words';

/**
 * Walks through what needs attention, one doubt after the other in one list: its likely places, shown in the text as one
 * moves, and what else can be done. Enter decides, and the next one comes; each decision is a step, which the button in the
 * title takes back.
 */
export class Review {
  private readonly picker = vscode.window.createQuickPick<ReviewRow>();
  private readonly active = new ActiveItem(this.picker, (row) => this.preview(row));
  private readonly editor = new EditorPreview();
  private readonly undo: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('discard'),
    tooltip: vscode.l10n.t('Take the last decision back'),
  };
  /** Those that are to be decided later. */
  private readonly later = new Set<string>();
  private current: Doubt | undefined;
  private rows: readonly ReviewRow[] = [];
  /** Those that were decided, the last one last. */
  private readonly decided: Doubt[] = [];
  private isBusy = false;

  constructor(
    private readonly attending: Attending,
    private readonly article: Article,
    private readonly lists: EffectiveCodebook,
    private readonly from: { readonly place: Range } | undefined,
  ) {}

  /** Gives how many decisions were made. */
  async run(): Promise<number> {
    const { picker, article } = this;
    if (!(await this.next(this.from?.place.start ?? 0))) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here needs attention.'));
      await this.editor.finish(true);
      this.active.dispose();
      picker.dispose();
      return 0;
    }
    const select = await new Promise<Doubt | undefined>((resolve) => {
      picker.onDidChangeValue(() => this.filter());
      picker.onDidTriggerButton(() => void this.busy(() => this.takeBack()));
      picker.onDidAccept(() => {
        const row = this.active.settled();
        const { current } = this;
        if (!row?.choice || !current) return;
        if (row.choice.kind === 'select') {
          resolve(current);
          picker.hide();
        } else void this.busy(() => this.decide(current, row.choice));
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    this.active.dispose();
    picker.dispose();
    await this.editor.finish(select !== undefined);
    if (select) {
      await this.attending.goTo(article, select);
      const told = vscode.l10n.t('Select the text of {0}, then press Ctrl+. to re-anchor it', quotedDoubt(select));
      vscode.window.setStatusBarMessage(told, 10_000);
    }
    return this.decided.length;
  }

  /** Shows `wanted`, else the first doubt at or after an offset that isn't left for later, else the first of all; false where
   * there is none. */
  private async next(offset: number, wanted?: Doubt): Promise<boolean> {
    const left = doubtsIn(this.article).filter((doubt) => !this.later.has(doubtKey(doubt)));
    this.current =
      left.find((doubt) => wanted && doubtKey(doubt) === doubtKey(wanted)) ??
      left.find(({ place }) => place.start >= offset) ??
      left[0];
    const { current, picker } = this;
    if (!current) return false;
    picker.title = vscode.l10n.t('Where is {0} now? ({1})', quotedDoubt(current), whatInDoubt(current, this.lists));
    picker.step = this.decided.length + this.later.size + 1;
    picker.totalSteps = picker.step - 1 + left.length;
    picker.buttons = this.decided.length > 0 ? [this.undo] : [];
    picker.value = '';
    this.rows = reviewRows(this.article, current, (await alikeTo(this.article, current)).length);
    picker.placeholder = vscode.l10n.t('It was: {0}', oldContext(current));
    this.filter();
    return true;
  }

  private filter(): void {
    const typed = this.picker.value.trim().toLowerCase();
    const fits = ({ label, kind }: ReviewRow): boolean =>
      typed === '' || (kind === undefined && label.toLowerCase().includes(typed));
    const rows = this.rows.filter(fits);
    this.active.show(rows);
    this.preview(rows.find(({ choice }) => choice));
  }

  private preview(row: ReviewRow | undefined): void {
    const { current, article } = this;
    if (!current || !row) return;
    const place = row.choice?.kind === 'accept' ? current.candidates[row.choice.candidate] : undefined;
    this.editor.show(() => ({ article, ranges: [place ?? current.place] }));
  }

  private async decide(doubt: Doubt, choice: Choice | undefined): Promise<void> {
    const { article } = this;
    const { parts } = this.attending;
    switch (choice?.kind) {
      case 'accept':
        await acceptOne(parts, article, doubt, choice.candidate);
        break;
      case 'accept-alike':
        await acceptAll(parts, article, await alikeTo(article, doubt));
        break;
      case 'keep':
        await keepAsOrphan(parts, article, doubt.annotation);
        break;
      case 'remove':
        await vscode.commands.executeCommand('policyAnnotator.removeAnnotation', {
          ...{ article: article.key, id: doubt.annotation.id },
        });
        break;
      default:
        this.later.add(doubtKey(doubt));
    }
    if (choice?.kind !== 'later') this.decided.push(doubt);
    if (!(await this.next(doubt.place.start))) this.picker.hide();
  }

  private async takeBack(): Promise<void> {
    await this.attending.parts.steps.undo(this.article.key);
    const again = this.decided.pop();
    if (!(await this.next(again?.place.start ?? 0, again))) this.picker.hide();
  }

  /** One decision at a time: a key that comes while one is under way is about a row that goes. */
  private async busy(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = this.picker.busy = true;
    try {
      await work();
    } catch (error) {
      showError(error);
    } finally {
      this.isBusy = this.picker.busy = false;
    }
  }
}
