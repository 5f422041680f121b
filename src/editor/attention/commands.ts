import * as vscode from 'vscode';
import { contains } from '../../model/range';
import type { Direction } from '../../corpus/articleIndex';
import type { Arguments } from '../commands/arguments';
import { knownEntry } from '../commands/chosenAnnotation';
import { articleOf, cursorOf, editorOf } from '../commands/target';
import type { Article } from '../store/article';
import { UserError } from '../userError';
import type { Attending } from './attending';
import { acceptAll, acceptOne, alikeTo, keepAsOrphan } from './deciding';
import { compareDoubts, doubtKey, type Doubt } from './doubts';
import { doubtsAbout, doubtsIn } from './inDoubt';
import { Review } from './review';

/** The commands about what needs attention; each is also called without an argument object, and then asks. */
export class AttentionCommands {
  constructor(private readonly attending: Attending) {}

  /** Goes to the next doubt of the text, the first after the last; gives its annotation's id. */
  nextAttention(args: Arguments | undefined): Promise<string | undefined> {
    return this.jump(args, 'next');
  }

  previousAttention(args: Arguments | undefined): Promise<string | undefined> {
    return this.jump(args, 'previous');
  }

  async goToCandidate(args: Arguments | undefined): Promise<boolean> {
    args?.only('article', 'id', 'rangeIndex', 'candidate');
    const article = await articleOf(this.attending.parts.articles, args);
    const doubt = this.meant(article, args);
    if (!doubt) return this.nothing(args);
    const candidate = args?.index('candidate');
    if (candidate !== undefined && !doubt.candidates[candidate]) {
      throw new UserError(
        vscode.l10n.t('There is no likely place of number {0}; there are {1}.', candidate, doubt.candidates.length),
      );
    }
    await this.attending.goTo(article, doubt, candidate);
    return true;
  }

  /** Takes the argument's candidate (by default the best) as right; without an argument object the one at the cursor. */
  async acceptCandidate(args: Arguments | undefined): Promise<boolean> {
    args?.only('article', 'id', 'rangeIndex', 'candidate');
    const article = await this.writable(args);
    const doubt = this.meant(article, args);
    if (!doubt) return this.nothing(args);
    const cursor = cursorOf(article);
    const here = doubt.candidates.findIndex((place) => contains(place, { start: cursor, end: cursor }));
    const candidate = args ? (args.index('candidate') ?? 0) : Math.max(here, 0);
    await acceptOne(this.attending.parts, article, doubt, candidate);
    return true;
  }

  /** Gives how many ranges were settled, see alikeTo. */
  async acceptAllAlike(args: Arguments | undefined): Promise<number> {
    args?.only('article', 'id', 'rangeIndex');
    const article = await this.writable(args);
    const doubt = this.meant(article, args);
    if (!doubt) return Number(this.nothing(args));
    const alike = await alikeTo(article, doubt);
    if (alike.length === 0) {
      throw new UserError(
        vscode.l10n.t(
          'No place is the likeliest, or another annotation like it has it as well. Decide on this one by itself.',
        ),
      );
    }
    if (!args && !(await this.agreed(alike.length))) return 0;
    await acceptAll(this.attending.parts, article, alike);
    return alike.length;
  }

  async keepAsOrphan(args: Arguments | undefined): Promise<boolean> {
    args?.only('article', 'id');
    const article = await this.writable(args);
    const id = args?.required('id') ?? this.meant(article, args)?.annotation.id;
    if (id === undefined) return this.nothing(args);
    knownEntry(article, id);
    const annotation = article.annotation(id);
    if (annotation) await keepAsOrphan(this.attending.parts, article, annotation);
    return true;
  }

  /** Walks a person through all doubts; gives how many were decided. With an argument object only the ids of the annotations. */
  async reviewAttention(args: Arguments | undefined): Promise<number | readonly string[]> {
    args?.only('article');
    const article = await articleOf(this.attending.parts.articles, args);
    if (args) return [...new Set(doubtsIn(article).map(({ annotation }) => annotation.id))];
    const codebook = await this.attending.parts.codebooks.of(article.uri);
    article.assertWritable();
    return new Review(this.attending, article, codebook.lists, this.from(article)).run();
  }

  private async jump(args: Arguments | undefined, direction: Direction): Promise<string | undefined> {
    args?.only('article');
    const article = await articleOf(this.attending.parts.articles, args);
    const from = this.from(article);
    const all = direction === 'next' ? doubtsIn(article) : [...doubtsIn(article)].reverse();
    const sign = direction === 'next' ? 1 : -1;
    const doubt = all.find((other) => from && comparePlace(other, from) * sign > 0) ?? all[0];
    if (!doubt) {
      this.nothing(undefined);
      return undefined;
    }
    await this.attending.goTo(article, doubt);
    return doubt.annotation.id;
  }

  /** The doubt at which one stands, or else where the cursor is; undefined where no editor shows the article. */
  private from(article: Article): Doubt | Place | undefined {
    const editor = editorOf(article);
    if (!editor) return undefined;
    const place = { start: article.offsetAt(editor.selection.start), end: article.offsetAt(editor.selection.end) };
    const visited = this.attending.visited(article);
    const stayed = visited && visited.place.start === place.start && visited.place.end === place.end;
    // An accepted candidate may be what is selected: its doubt is no more, and the next one comes after its place.
    return (stayed ? this.attending.visitedDoubt(article) : undefined) ?? { place };
  }

  /**
   * The doubt that is meant: of the argument's annotation the argument's range, else the first that has candidates; without
   * an argument object the one at the cursor, else the one looked at last. Undefined where a person means none.
   */
  private meant(article: Article, args: Arguments | undefined): Doubt | undefined {
    if (!args) return this.atCursor(article) ?? this.attending.visitedDoubt(article);
    const id = args.required('id');
    knownEntry(article, id);
    const doubts = doubtsAbout(article, id);
    const rangeIndex = args.index('rangeIndex');
    const doubt =
      rangeIndex === undefined
        ? (doubts.find(({ candidates }) => candidates.length > 0) ?? doubts[0])
        : doubts.find((other) => other.rangeIndex === rangeIndex);
    if (doubt) return doubt;
    throw new UserError(
      rangeIndex === undefined
        ? vscode.l10n.t('The place of this annotation is not in doubt.')
        : vscode.l10n.t('The place of range {0} of this annotation is not in doubt.', rangeIndex),
    );
  }

  private atCursor(article: Article): Doubt | undefined {
    if (!editorOf(article)) return undefined;
    const cursor = cursorOf(article);
    const at = { start: cursor, end: cursor };
    const here = doubtsIn(article).filter(
      ({ place, candidates }) => contains(place, at) || candidates.some((candidate) => contains(candidate, at)),
    );
    const visited = this.attending.visited(article)?.key;
    return here.find((doubt) => doubtKey(doubt) === visited) ?? here[0];
  }

  private async writable(args: Arguments | undefined): Promise<Article> {
    const article = await articleOf(this.attending.parts.articles, args);
    article.assertWritable();
    return article;
  }

  /** A person is told that there is nothing to do. */
  private nothing(args: Arguments | undefined): false {
    if (!args) void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here needs attention.'));
    return false;
  }

  private async agreed(count: number): Promise<boolean> {
    const accept = vscode.l10n.t('Accept');
    const question = vscode.l10n.t('Accept the best places of {0} annotations with this quotation?', count);
    return (await vscode.window.showInformationMessage(question, { modal: true }, accept)) === accept;
  }
}

type Place = Pick<Doubt, 'place'>;

function comparePlace(doubt: Doubt, from: Doubt | Place): number {
  if ('annotation' in from) return compareDoubts(doubt, from);
  return doubt.place.start - from.place.start || from.place.end - doubt.place.end;
}
