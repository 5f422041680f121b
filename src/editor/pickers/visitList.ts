import type { CorpusIndex, Hit } from '../../corpus/corpusIndex';
import type { Actor } from '../../model/codebook';
import type { LineIndex } from '../../model/lines';
import type { Range } from '../../model/range';
import { fitting } from '../../suggest/matching';

/** An actor that is mentioned somewhere. */
export interface VisitedActor {
  readonly actor: Actor;
  /** Its id and those of actors merged into it. */
  readonly ids: ReadonlySet<string>;
  /** Mentions that count, in the article that one comes from, and in the whole workspace. */
  readonly here: number;
  readonly all: number;
}

/** The actors that are mentioned: those of the article first, each part by frequency, then by name. */
export function visitedActors(actors: readonly Actor[], index: CorpusIndex, article: string): VisitedActor[] {
  const [everywhere, inArticle] = [index.counts(), index.counts({ article })];
  return actors
    .map((actor): VisitedActor => {
      const ids = new Set([actor.id, ...(actor.formerIds ?? [])]);
      const sum = (counts: typeof everywhere): number =>
        [...ids].reduce((total, id) => total + (counts.get(id)?.mentions ?? 0), 0);
      return { actor, ids, here: sum(inArticle), all: sum(everywhere) };
    })
    .filter(({ ids }) => [...ids].some((id) => everywhere.has(id)))
    .sort((a, b) => b.here - a.here || b.all - a.all || a.actor.name.localeCompare(b.actor.name));
}

/** An actor, and its mentions as far as they are listed. */
export interface ListedActor {
  readonly visited: VisitedActor;
  readonly mentions: readonly Hit[];
}

/** So many mentions are listed altogether, those of the best fitting actors; the others are reached by going from one to the next. */
const MOST = 500;

/** The actors that fit what was typed, the best first, with their mentions (the article's first) once something was typed. */
export function listed(
  typed: string,
  visited: readonly VisitedActor[],
  index: CorpusIndex,
  article: string,
): ListedActor[] {
  if (typed === '') return visited.map((one) => ({ visited: one, mentions: [] }));
  let room = MOST;
  return fitting(typed, visited, ({ actor }) => [actor.name, ...(actor.aliases ?? [])]).map((one) => {
    const mentions = [...index.all({ actors: one.ids }, { article })].slice(0, room);
    for (const hit of index.all({ actors: one.ids }, 'workspace')) {
      if (mentions.length >= room) break;
      if (hit.uri !== article) mentions.push(hit);
    }
    room -= mentions.length;
    return { visited: one, mentions };
  });
}

/** The mention to which one goes by an actor's name: the next one in the article from the cursor, else in the workspace. */
export function nextMention(
  { ids }: VisitedActor,
  index: CorpusIndex,
  article: string,
  cursor: Range,
): Hit | undefined {
  const from = { uri: article, start: cursor.start, end: cursor.end };
  return (
    index.next({ actors: ids }, { article }, from, 'next') ?? index.next({ actors: ids }, 'workspace', from, 'next')
  );
}

/** An article's LF text, and its lines. */
export interface ArticleText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** What stands around a range on its line. */
export interface Context {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const BEFORE = 30;
const AFTER = 60;

/** A range with some words of its line around it, for a list; cut at words, a cut shown by an ellipsis. */
export function contextOf({ text: all, lines }: ArticleText, range: Range): Context {
  const line = lines.lineAt(range.start);
  const text = lines.lineText(line);
  const lineStart = range.start === 0 ? 0 : all.lastIndexOf('\n', range.start - 1) + 1;
  const start = Math.min(range.start - lineStart, text.length);
  const end = Math.min(Math.max(start, range.end - lineStart), text.length);
  let from = 0;
  if (start > BEFORE) {
    const space = text.slice(start - BEFORE, start).search(/\s/u);
    from = space < 0 ? start : start - BEFORE + space + 1;
  }
  let to = text.length;
  if (text.length - end > AFTER) {
    const space = text.slice(end, end + AFTER).search(/\s\S*$/u);
    to = space < 0 ? end : end + space;
  }
  const words = text.slice(from, to);
  return { line: line + 1, text: `${from > 0 ? '… ' : ''}${words}${to < text.length ? ' …' : ''}` };
}
