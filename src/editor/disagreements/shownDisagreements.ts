import * as vscode from 'vscode';
import type { Direction } from '../../corpus/articleIndex';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { slowWork } from '../slowWork';
import type { Row } from '../workspaceViews/row';
import { UserError } from '../userError';
import { decide } from './adjudicating';
import { idsOf, Listing, type Listed, type Scope } from './listing';
import { disagreementRows, rowId } from './rows';
import { SidesPainted } from './sidesPainted';
import { quotationOf, sideInWords, sideSign } from './words';

const { t } = vscode.l10n;
const SAID_MS = 10_000;
const CONTEXT = 'policyAnnotator.adjudicating';

/** The disagreements of the articles that are looked at, and the one that a person is about. */
export class ShownDisagreements implements vscode.Disposable {
  /** `active`: of the article that is active, or was last. */
  private scope: Scope | 'active' = 'active';
  private active: string | undefined;
  private all: readonly Listed[] = [];
  /** Where the last one stood that a person was about: after a decision the next one is there. */
  private at = -1;
  private current: Listed | undefined;
  private said = new vscode.Disposable(() => undefined);
  private readonly listing: Listing;
  private readonly painted: SidesPainted;
  private readonly subscription: vscode.Disposable;

  /** @param changed told when other articles are to be looked at */
  constructor(
    private readonly parts: Parts,
    private readonly changed: () => void,
  ) {
    this.listing = new Listing(parts);
    this.painted = new SidesPainted(parts);
    this.noteActive(vscode.window.activeTextEditor);
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.noteActive(editor) && this.scope === 'active') changed();
      }),
      // The list is made anew when it is looked at; what stands in the text goes at once.
      parts.visibility.onDidChange(() => {
        if (this.current?.sides.some((side) => !parts.visibility.shows(side))) this.leave();
      }),
    );
  }

  async rows(): Promise<readonly Row[]> {
    await this.look();
    return disagreementRows(this.all, this.uris() === 'workspace' || this.uris().length > 1);
  }

  /** What is looked at, in words. */
  get about(): string {
    if (this.scope === 'workspace') return t('workspace');
    if (this.scope === 'active')
      return this.active === undefined
        ? ''
        : plainLabel(vscode.Uri.parse(this.active, true).path.split('/').pop() ?? '');
    return this.scope.length === 1 ? t('1 article') : t('{0} articles', this.scope.length);
  }

  /** What to say above the rows; empty where there are some. */
  get head(): string {
    if (this.all.length > 0) return '';
    if (this.parts.visibility.asked === 'mine')
      return t('Only your annotations are shown. Show those of others to see where you disagree.');
    if (this.scope === 'active' && this.active === undefined)
      return t('Open an article that several people have annotated.');
    return t('No disagreements that aren’t decided.');
  }

  /** Looks at other articles. */
  lookAt(scope: Scope | 'active'): void {
    this.scope = scope;
    this.changed();
  }

  /** The one of a row. */
  withId(id: string): Listed | undefined {
    return this.all.find((one) => rowId(one) === id);
  }

  get present(): Listed | undefined {
    return this.current;
  }

  /** Shows both sides in the text; without the focus where a person goes through the list. */
  async show(one: Listed, preview: boolean): Promise<void> {
    const article = await this.parts.articles.get(vscode.Uri.parse(one.article, true));
    this.turnTo(one);
    await this.parts.reveal.show(article, { start: one.start, end: one.end }, preview ? { preview } : {});
    this.painted.show(one);
    const words = one.sides.map((side, index) => `${sideSign(index)} ${side.creator}: ${sideInWords(one, side)}`);
    this.said.dispose();
    this.said = vscode.window.setStatusBarMessage(plainLabel(words.join('   '), 200), SAID_MS);
  }

  /** The next or the previous one of the list, round at its ends; undefined where there is none. */
  async neighbour(direction: Direction, of?: Scope): Promise<Listed | undefined> {
    if (of) this.scope = of;
    await this.look();
    const { all, current } = this;
    const here = current ? all.findIndex((one) => rowId(one) === rowId(current)) : -1;
    if (here >= 0) return all[(here + (direction === 'next' ? 1 : all.length - 1)) % all.length];
    // The one that a person was about is decided: the one behind it stands in its place.
    const at = direction === 'next' ? Math.max(this.at, 0) : this.at - 1;
    return all.at(all.length > 0 ? at % all.length : 0);
  }

  /** Decides one; `side`: which of the annotators is right. Gives the new ids. */
  async decide(
    one: Listed,
    take: 'both' | 'merged' | 'intersection' | 'none' | { readonly side: number },
  ): Promise<readonly string[]> {
    const article = await this.parts.articles.get(vscode.Uri.parse(one.article, true));
    const ids = idsOf(one);
    this.turnTo(one);
    const made = await decide(this.parts, article, { ids, ...howOf(one, take) });
    this.leave();
    return made;
  }

  dispose(): void {
    vscode.Disposable.from(this.painted, this.subscription).dispose();
  }

  private uris(): Scope {
    return this.scope === 'active' ? (this.active === undefined ? [] : [this.active]) : this.scope;
  }

  private async look(): Promise<void> {
    const scope = this.uris();
    this.all = await slowWork(t('Looking for disagreements…'), (work) => this.listing.of(scope, work));
    const { current } = this;
    if (!current) return;
    const now = this.withId(rowId(current));
    this.current = now;
    if (!now) this.turnTo(undefined);
    this.painted.show(now);
  }

  private leave(): void {
    this.turnTo(undefined);
    this.painted.show(undefined);
  }

  private turnTo(one: Listed | undefined): void {
    if (one) this.at = this.all.findIndex((other) => rowId(other) === rowId(one));
    this.current = one;
    if (!one) this.said.dispose();
    void vscode.commands.executeCommand('setContext', CONTEXT, one !== undefined);
  }

  /** @returns whether another article is active than before */
  private noteActive(editor: vscode.TextEditor | undefined): boolean {
    const article = editor && this.parts.articles.of(editor.document);
    if (!article || article.key === this.active) return false;
    this.active = article.key;
    return true;
  }
}

function howOf(
  { sides }: Listed,
  take: Parameters<ShownDisagreements['decide']>[1],
): { readonly take: string; readonly target?: 'intersection' } {
  if (take === 'intersection') return { take: 'merged', target: 'intersection' };
  if (typeof take === 'string') return { take };
  const side = sides[take.side];
  if (!side) throw new UserError(t('There is no annotator of number {0} here.', take.side + 1));
  return { take: side.annotation?.id ?? 'none' };
}

/** A disagreement in a sentence. */
export function named(one: Listed): string {
  return plainLabel(quotationOf(one, 40));
}
