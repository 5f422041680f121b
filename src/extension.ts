import type * as vscode from 'vscode';
import type { PolicyAnnotatorApi } from './api';
import { ActiveArticle } from './editor/activeArticle';
import { Attention } from './editor/attention/registering';
import { bulkCommands } from './editor/codebook/registering';
import { Annotating } from './editor/annotateMode/registering';
import { annotatingCommands } from './editor/commands/annotating';
import { registerCommands } from './editor/commands/command';
import { jumpCommands } from './editor/commands/jumps';
import { undoCommands } from './editor/commands/undoing';
import { Corpus } from './editor/corpus';
import { Creator } from './editor/creator';
import { registerDecorations } from './editor/decorations/decorations';
import { exchangeCommands } from './editor/exchange/registering';
import { makeApi } from './editor/extensionApi';
import { Files } from './editor/files';
import { LanguageFeatures } from './editor/language/registering';
import { showError } from './editor/messages';
import { FileMending } from './editor/mending/fileMending';
import { mendingCommands } from './editor/mending/registering';
import { tellBroken } from './editor/mending/tellBroken';
import { movingCommands, registerMoving } from './editor/moving/registering';
import { Strays } from './editor/moving/strays';
import { focusDetailsCommand, registerDetails } from './editor/panels/details/registering';
import { PictureStubs } from './editor/panels/pictures/registering';
import { lazyParts, type Parts } from './editor/parts';
import { resources } from './editor/resources';
import { Reveal } from './editor/reveal';
import { registerStatusBar } from './editor/statusBar';
import { Articles } from './editor/store/articles';
import { Codebooks } from './editor/store/codebooks';
import { Finder } from './editor/store/finder';
import { Steps } from './editor/store/steps';
import { textCommands } from './editor/texts/registering';
import { registerArticleView } from './editor/views/articleView';
import { registerVisibility, visibilityCommands } from './editor/visibility/registering';
import { Visibility } from './editor/visibility/visibility';
import { WorkspaceViewStubs } from './editor/workspaceViews/registering';

export const { activate, deactivate } = lifecycle();

/** What VS Code calls, in the desktop's host and the web's alike. */
function lifecycle(): {
  activate: (context: vscode.ExtensionContext) => PolicyAnnotatorApi;
  deactivate: () => Promise<void>;
} {
  let flush: () => Promise<unknown> = () => Promise.resolve();
  return {
    activate: (context) => {
      const { parts, api } = assemble(context);
      const { articles, codebooks, finder, mending } = parts;
      flush = () => mending.end([...articles.stored(), ...codebooks.stored()]).finally(() => finder.flush());
      return api;
    },
    // VS Code waits for this one, so that nothing that was done in the last moment is lost.
    deactivate: async () => void (await flush()),
  };
}

/** Makes the parts and hands each its neighbours. */
function assemble(context: vscode.ExtensionContext): { parts: Parts; api: PolicyAnnotatorApi } {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const files = new Files();
  const finder = own(new Finder(context, showError));
  const mending = own(new FileMending(files, context));
  const creator = own(new Creator());
  const visibility = own(new Visibility(creator, context.workspaceState));
  const articles = own(new Articles(files, finder, mending, visibility));
  const codebooks = own(new Codebooks(files, mending));
  const corpus = own(new Corpus(articles, files, context));
  const steps = own(new Steps(articles, codebooks, corpus, mending));
  const reveal = own(new Reveal());
  const made = { articles, codebooks, corpus, finder, steps, mending, reveal };
  const found = { ...made, creator, visibility, resource: resources(context.extensionUri) };
  const parts: Parts = { ...found, ...lazyParts(context.extensionUri, corpus.part) };

  const active = own(new ActiveArticle(parts));
  const strays = own(new Strays(parts));
  const annotating = own(new Annotating(parts, active, context.workspaceState));
  const attending = own(new Attention(parts));
  const language = own(new LanguageFeatures(parts));
  const views = own(new WorkspaceViewStubs(parts, strays, context.workspaceState));
  const pictures = own(new PictureStubs(parts, context));

  own(
    registerCommands([
      ...annotatingCommands(parts),
      ...bulkCommands(parts),
      ...jumpCommands(parts),
      ...undoCommands(parts),
      ...exchangeCommands(parts),
      ...textCommands(parts),
      ...movingCommands(parts, strays),
      ...attending.commands(),
      ...annotating.commands(),
      ...language.commands(),
      ...mendingCommands(parts),
      ...views.commands(),
      ...pictures.commands(),
      focusDetailsCommand(),
      ...visibilityCommands(parts),
    ]),
  );
  own(registerDecorations(parts));
  own(registerStatusBar(parts, active, annotating.mode));
  own(registerVisibility(parts));
  own(tellBroken(active));
  own(registerMoving(parts, strays));
  own(registerArticleView(parts, active, strays));
  own(registerDetails(parts, active, context.extensionUri));
  return { parts, api: own(makeApi(parts)) };
}
