import * as vscode from 'vscode';
import { SettingsError } from '../../../analysis/settings';
import type { Chosen, FromPicture, PictureScope, ShownPicture, ToPicture } from '../../../model/picture';
import { workspaceArticles } from '../../analysis/workspaceArticles';
import { letOthersWork } from '../../letOthersWork';
import { showError } from '../../messages';
import type { Parts } from '../../parts';
import { Pause } from '../../pause';
import { UserError } from '../../userError';
import type { Workspace } from '../../workspaceViews/workspace';
import { pageHtml } from '../page';
import { commandLine } from './commandLine';
import { withChoice } from './controls';
import { pageOf, type PictureKind } from './kinds';
import { pageWords } from './pageWords';
import type { Articles, Computed, Picture, TextReading } from './picture';
import { showPlace } from './places';
import type { PictureFilter } from './pictureFilter';
import { inSlicesOrWaiting } from './reading';
import { received } from './received';
import { askTarget, saveFile } from './saving';
import { scopePaths } from './scopePaths';
import { settingsShown } from './settingsShown';

const { t } = vscode.l10n;

/** After a change, for more to come. */
const CHANGE_PAUSE_MS = 150;
/** How long the work goes on without a pause: a key stroke waits that long at most. */
const SLICE_MS = 10;

/** What all panels share. */
export interface PictureHouse {
  readonly parts: Parts;
  readonly workspace: Workspace;
  readonly filter: PictureFilter;
  readonly texts: TextReading;
  readonly extensionUri: vscode.Uri;
}

interface Drawn {
  readonly shown: ShownPicture;
  readonly computed: Computed | undefined;
}

/** A picture in an editor tab: computes it, anew after each change, and does what its page asks for. */
export class PicturePanel implements vscode.Disposable {
  private isReady = false;
  /** Which computation counts: a newer one ends those before. */
  private run = 0;
  private isStale = true;
  /** Of the last change that was taken. */
  private answered = 0;
  private drawn: Drawn | undefined;
  /** Resolves with the last computation that counted. */
  private settled: Promise<void> = Promise.resolve();
  private requests = 0;
  private readonly asked = new Map<number, (content: string) => void>();
  private readonly waiting: (() => void)[] = [];
  private readonly pause = new Pause(() => this.refresh());
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: vscode.WebviewPanel,
    kind: PictureKind,
    private readonly picture: Picture,
    private readonly house: PictureHouse,
    private chosen: Chosen,
    private scope: PictureScope,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.pause,
      view.webview.onDidReceiveMessage((message: unknown) => {
        const known = received(message);
        if (known) this.take(known).catch(showError);
      }),
      view.onDidChangeViewState(() => {
        if (!view.visible)
          this.isReady = false; // the page goes, and another one comes
        else if (this.isStale) this.refresh();
      }),
      house.workspace.onDidChange(() => this.changed()),
      house.filter.onDidChange(() => this.filtered()),
    );
    view.webview.html = pageHtml(
      { name: pageOf(kind), title: picture.title, drawsImages: true },
      view.webview,
      house.extensionUri,
    );
    this.refresh();
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.view.viewColumn;
  }

  reveal(): void {
    this.view.reveal();
  }

  /** Closes the tab. */
  close(): void {
    this.view.dispose();
  }

  choose(chosen: Chosen, scope: PictureScope): void {
    this.chosen = chosen;
    this.scope = scope;
    this.refresh();
  }

  /** Saves the picture as it is once everything is computed. Throws a `UserError` where there is none to be saved. */
  async save(format: string, target: vscode.Uri): Promise<void> {
    this.reveal();
    for (let last: unknown; last !== this.settled; await last) last = this.settled;
    const content = await this.content(format);
    await saveFile(this.house.workspace, target, content);
  }

  dispose(): void {
    this.run += 1;
    this.subscriptions.dispose();
    for (const answer of this.asked.values()) answer('');
    for (const go of this.waiting) go();
  }

  private tell(message: ToPicture): void {
    void this.view.webview.postMessage(message);
  }

  /** Something is different in the workspace. */
  private changed(): void {
    this.isStale = true;
    if (this.isVisible) this.pause.begin(CHANGE_PAUSE_MS);
  }

  /** Other days were chosen, by this picture or for it. */
  private filtered(): void {
    if (!this.picture.choosesDays) return this.changed();
    if (!this.drawn) return;
    const { days: _, ...shown } = this.drawn.shown;
    this.show({ ...this.drawn, shown: { ...shown, ...this.daysChosen() } });
  }

  private refresh(): void {
    this.pause.end();
    this.isStale = false;
    this.run += 1;
    this.settled = this.compute(this.run).catch(showError);
  }

  private async compute(run: number): Promise<void> {
    const isOver = (): boolean => run !== this.run;
    await this.house.workspace.settled();
    if (isOver()) return;
    const given = this.given();
    try {
      const work = this.picture.compute(given, this.articles(), this.house.texts);
      const computed = await inSlicesOrWaiting(work, {
        ...{ slice: SLICE_MS, pause: letOthersWork, cancelled: isOver },
        progress: (share) => this.tell({ type: 'working', share }),
      });
      if (!computed || isOver()) return;
      const problem = computed.missing === undefined ? undefined : { text: computed.missing };
      this.show({ computed, shown: this.shown(given, computed, problem) });
    } catch (error) {
      if (isOver()) return; // the index may have changed below it
      if (!(error instanceof SettingsError)) showError(error);
      const text = error instanceof SettingsError ? error.message : t('That didn’t work.');
      const setting = error instanceof SettingsError ? { setting: error.setting } : {};
      this.show({ computed: undefined, shown: this.shown(given, undefined, { text, ...setting }) });
    }
  }

  private articles(): Articles {
    const { workspace, parts } = this.house;
    const { article } = this.scope;
    const all = workspaceArticles(workspace, parts);
    if (article !== undefined) return { count: 1, [Symbol.iterator]: () => only(all, article) };
    return { count: [...workspace.index.places()].length, [Symbol.iterator]: () => all[Symbol.iterator]() };
  }

  /** Computes no further: what was drawn before stays. */
  private stop(): void {
    this.run += 1;
    this.isStale = true;
    this.tell({ type: 'said', text: t('Stopped. What is shown is from before; a change of a setting begins anew.') });
  }

  private show(drawn: Drawn): void {
    this.drawn = drawn;
    if (this.isReady) this.tell({ type: 'picture', answered: this.answered, ...drawn.shown });
  }

  private shown(given: Chosen, computed: Computed | undefined, problem: ShownPicture['problem']): ShownPicture {
    const days = this.days();
    const codebooks = this.house.workspace.books.map(({ lists }) => lists);
    const { controls, inWords } = settingsShown(this.picture, given, codebooks, days);
    return {
      ...{ chosen: this.chosen, scope: this.scope, controls },
      ...(computed?.data === undefined ? {} : { data: computed.data }),
      ...(problem ? { problem } : {}),
      caption: [inWords, ...(computed?.counted ?? [])],
      filter: days ? t('Only {0} – {1}, as chosen in the timeline.', days.from, days.to) : '',
      ...this.daysChosen(),
    };
  }

  private daysChosen(): Pick<ShownPicture, 'days'> {
    const { days } = this.house.filter;
    return this.picture.choosesDays && days ? { days } : {};
  }

  /** What another picture chose for this one. */
  private days(): PictureFilter['days'] {
    return this.picture.choosesDays ? undefined : this.house.filter.days;
  }

  private given(): Chosen {
    return { ...this.chosen, ...this.days() };
  }

  private async take(message: FromPicture): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.answered = 0;
        this.tell({ type: 'words', words: pageWords(this.picture) });
        if (this.drawn) this.show(this.drawn);
        for (const go of this.waiting.splice(0)) go();
        return;
      case 'set':
        this.answered = message.change;
        this.chosen = withChoice(this.picture, this.chosen, message.name, message.value);
        return this.refresh();
      case 'reset':
        this.answered = message.change;
        this.chosen = this.picture.begins;
        return this.refresh();
      case 'claims':
        return this.openClaims(message.key);
      case 'goTo':
        return run('view.goTo', { article: message.article, id: message.annotation });
      case 'place':
        return showPlace(this.house.parts, message);
      case 'stop':
        return this.stop();
      case 'save': {
        const format = this.format(message.format);
        const target = await askTarget(format);
        return target && this.save(format.id, target);
      }
      case 'copyCommand':
        return this.copyCommand(message.format);
      case 'drawn':
        this.asked.get(message.request)?.(message.content);
        this.asked.delete(message.request);
        return;
      case 'filter': {
        const { from, to } = message;
        return this.house.filter.choose(from === undefined || to === undefined ? undefined : { from, to });
      }
    }
  }

  private async openClaims(key: string): Promise<void> {
    const behind = this.drawn?.computed?.behind(key);
    if (!behind || behind.claims.length === 0) return;
    const claims = behind.claims.map(({ article, id }) => ({ article, id }));
    await run('listClaims', { claims, title: behind.name });
  }

  private async copyCommand(id: string): Promise<void> {
    const command = commandLine(scopePaths(this.scope), this.format(id), this.given());
    await vscode.env.clipboard.writeText(command);
    this.tell({ type: 'said', text: t('Copied: {0}', command) });
  }

  private format(id: string): Picture['formats'][number] {
    const format = this.picture.formats.find((one) => one.id === id);
    if (!format) throw new Error(`A picture has no format ${id}`);
    return format;
  }

  private async content(id: string): Promise<string | Uint8Array> {
    const { computed, shown } = this.drawn ?? {};
    if (!computed || shown?.data === undefined)
      throw new UserError(shown?.problem?.text ?? t('There is no picture to be saved.'));
    if (!this.format(id).isDrawn) return computed.file(id);
    if (!this.isReady) await new Promise<void>((resolve) => this.waiting.push(resolve));
    const request = ++this.requests;
    const answer = new Promise<string>((resolve) => this.asked.set(request, resolve));
    this.tell({ type: 'draw', request, format: id });
    const content = await answer;
    if (content === '') throw new UserError(t('The picture couldn’t be drawn. Nothing was saved.'));
    return id === 'png' ? Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)) : content;
  }
}

function* only<A extends { readonly key: string }>(articles: Iterable<A>, key: string): Generator<A, void> {
  for (const article of articles) if (article.key === key) yield article;
}

async function run(command: string, argument: object | undefined): Promise<void> {
  await vscode.commands.executeCommand(`policyAnnotator.${command}`, argument);
}
