import * as vscode from 'vscode';
import type { ActiveArticle } from '../activeArticle';
import type { Command } from '../commands/command';
import { Made } from '../lazyPart';
import type { Parts } from '../parts';
import type { Offers } from '../offers/offers';
import { AnnotateMode } from './annotateMode';

/** Annotate mode and offers: their commands. What they do is loaded with the first one. */
export class Annotating implements vscode.Disposable {
  readonly mode: AnnotateMode;
  private readonly offers: Made<Offers>;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly parts: Parts,
    active: ActiveArticle,
    private readonly state: vscode.Memento,
  ) {
    this.offers = new Made(async () => new (await parts.offers.get()).Offers(parts, this.mode, state));
    this.mode = new AnnotateMode(parts.articles, active);
    this.subscription = active.onDidChange(() => {
      if (vscode.workspace.getConfiguration().get('policyAnnotator.offers') === 'always') void this.offers.get();
    });
  }

  commands(): readonly Command[] {
    const { parts, state } = this;
    const asking = (id: string, run: Command['run'], otherwise?: unknown): Command => ({ id, run, otherwise });
    const assist = parts.assist;
    return [
      asking('toggleAnnotateMode', async () => {
        void this.offers.get();
        return this.mode.toggle();
      }),
      asking('tagActorHere', async () => (await assist.get()).tagActorHere(parts)),
      asking('tagActorEverywhere', async () => (await assist.get()).tagActorEverywhere(parts)),
      asking('tagClaimLikeLast', async () => (await assist.get()).tagClaimLikeLast(parts)),
      asking('tagSourceHere', async () => (await parts.offers.get()).tagSourceHere(parts, await this.offers.get())),
      asking('editNote', async () => (await assist.get()).editNote(parts), false),
      asking('finishArticle', async () => (await assist.get()).finishArticle(parts)),
      asking('nextUncodedArticle', async (args) => (await assist.get()).nextUncodedArticle(parts, args)),
      asking('tagPinned', async (args) => (await assist.get()).tagPinned(parts, state, args)),
      asking('pin', async (args) => (await assist.get()).pin(parts, state, args), false),
      asking('showAnnotateKeys', async () => (await assist.get()).showAnnotateKeys(parts, state)),
      ...this.offerCommands(),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(this.mode, this.offers, this.subscription).dispose();
  }

  private offerCommands(): readonly Command[] {
    const about = (id: string, run: (offers: Offers) => Promise<unknown>, otherwise?: unknown): Command => ({
      id,
      run: async () => run(await this.offers.get()),
      otherwise,
      inTurn: 'always',
    });
    return [
      about('nextOffer', (offers) => offers.go(1)),
      about('previousOffer', (offers) => offers.go(-1)),
      about('acceptOffer', async (offers) => (await offers.accept(false))[0]),
      about('acceptOffersAlike', (offers) => offers.accept(true)),
      { id: 'setStance', run: async (args) => (await this.offers.get()).setStance(args) },
      about('rejectOffer', (offers) => offers.reject(), false),
      { id: 'offerOnly', run: async (args) => (await this.offers.get()).offerOnly(args) },
      { id: 'offerAgain', run: async (args) => (await this.offers.get()).offerAgain(args) },
      about('view.undoInMode', (offers) => offers.undo(), false),
    ];
  }
}
