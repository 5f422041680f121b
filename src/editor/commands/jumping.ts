import * as vscode from 'vscode';
import type { Hit, Scope } from '../../corpus/corpusIndex';
import type { Direction, Position } from '../../corpus/articleIndex';
import type { Wanted } from '../../corpus/wanted';
import { byId, type Actor } from '../../model/codebook';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { placesOf } from '../places';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { annotationsAt } from './chosenAnnotation';
import { knownActor } from './names';
import { articleOf, cursorOf, editorOf } from './target';

/** Where the last jump landed; tells two annotations on one range apart, and whom "the next mention" means. */
interface Landing {
  readonly uri: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Jumps from annotation to annotation as programmers jump from symbol to symbol. */
export class Jumps {
  private last: Landing | undefined;
  private lastActor: string | undefined;

  constructor(private readonly parts: Parts) {}

  async toMention(args: Arguments | undefined, direction: Direction): Promise<string | undefined> {
    args?.only('article', 'actor', 'scope');
    const article = await articleOf(this.parts.articles, args);
    const codebook = await this.parts.codebooks.of(article.uri);
    codebook.assertReadable();
    const actor = await this.actorMeant(article, codebook, args);
    const scope = scopeOf(args, article);
    if (scope === 'workspace') await this.parts.corpus.build();
    this.lastActor = actor.id;
    const id = await this.jump({ actors: idsOf(actor) }, scope, article, direction);
    if (id === undefined) throw new UserError(vscode.l10n.t('{0} isn’t tagged here yet.', actor.name));
    return id;
  }

  async toAnnotation(args: Arguments | undefined, direction: Direction): Promise<string | undefined> {
    args?.only('article', 'type');
    const article = await articleOf(this.parts.articles, args);
    const type = args?.given('type');
    const id = await this.jump(type === undefined ? {} : { type }, { article: article.key }, article, direction);
    if (id === undefined) throw new UserError(vscode.l10n.t('Nothing like that is marked in this article yet.'));
    return id;
  }

  async goToActor(args: Arguments | undefined): Promise<string | undefined> {
    args?.only('article', 'actor');
    const article = await articleOf(this.parts.articles, args);
    const codebook = await this.parts.codebooks.of(article.uri);
    codebook.assertReadable();
    if (args) {
      const actor = await this.actorMeant(article, codebook, args);
      await this.parts.corpus.build();
      this.lastActor = actor.id;
      const scope: Scope = { article: article.key };
      const id =
        (await this.jump({ actors: idsOf(actor) }, scope, article, 'next')) ??
        (await this.jump({ actors: idsOf(actor) }, 'workspace', article, 'next'));
      if (id === undefined) throw new UserError(vscode.l10n.t('{0} isn’t tagged anywhere yet.', actor.name));
      return id;
    }
    await this.parts.corpus.build();
    const hit = await (await this.parts.assist.get()).askActorToVisit(this.parts, article, codebook);
    if (!hit) return undefined;
    this.lastActor = hit.actor;
    return this.land(hit);
  }

  /** The actor of the arguments, else the one under the cursor, else the last one jumped to. */
  private async actorMeant(article: Article, codebook: CodebookFile, args: Arguments | undefined): Promise<Actor> {
    const { actors } = codebook.lists;
    const said = args?.given('actor');
    if (said !== undefined) return knownActor(actors, said);
    const cursor = cursorOf(article);
    const { NameFinder } = await this.parts.assist.get();
    const here = annotationsAt(article, cursor).find(({ type }) => type === 'actor')?.actor;
    const under = here === undefined ? undefined : byId(actors, here);
    const known =
      under ??
      new NameFinder(actors).at(article.text, cursor)?.actor ??
      (this.lastActor === undefined ? undefined : byId(actors, this.lastActor));
    if (known) return known;
    throw new UserError(vscode.l10n.t('Put the cursor on an actor’s name, or choose one with “Go to Actor”.'));
  }

  private async jump(
    wanted: Wanted,
    scope: Scope,
    article: Article,
    direction: Direction,
  ): Promise<string | undefined> {
    const index = this.parts.corpus.shown();
    const hit = index.next(wanted, scope, this.from(article), direction);
    return hit && this.land(hit);
  }

  private from(article: Article): Position & { readonly uri: string } {
    const editor = editorOf(article);
    if (!editor) return { uri: article.key, start: -1, end: -1 }; // before a mention that begins the text
    const start = article.offsetAt(editor.selection.start);
    const end = article.offsetAt(editor.selection.end);
    const { last } = this;
    const stayed = last && last.uri === article.key && last.start === start && last.end === end;
    return { uri: article.key, start, end, ...(stayed ? { id: last.id } : {}) };
  }

  /** Goes where the annotation is now, which may differ from the index where its article wasn't open. */
  private async land(hit: Hit): Promise<string> {
    const article = await this.parts.articles.get(vscode.Uri.parse(hit.uri, true));
    const annotation = article.shownAnnotation(hit.id);
    const [range = hit] = annotation ? placesOf(article, annotation) : [];
    const clamped = {
      start: Math.min(range.start, article.text.length),
      end: Math.min(range.end, article.text.length),
    };
    await this.parts.reveal.show(article, clamped);
    this.last = { uri: hit.uri, id: hit.id, ...clamped };
    return hit.id;
  }
}

function scopeOf(args: Arguments | undefined, article: Article): Scope {
  const scope = args?.choice('scope', ['article', 'workspace']) ?? 'article';
  return scope === 'workspace' ? 'workspace' : { article: article.key };
}

/** The ids under which an actor's mentions may stand. */
function idsOf(actor: Actor): ReadonlySet<string> {
  return new Set([actor.id, ...(actor.formerIds ?? [])]);
}
