import type { Mention } from './clues';
import type { Passage } from './passages';

/** Who says a passage of an interview: somebody by name, the one who asks, or the one who answers. */
export interface Turn {
  readonly passage: Passage;
  /** Key of a mention; undefined where the text doesn't tell. */
  readonly speaker: string | undefined;
  /** Whether it is a question: of "Q", of the author, or ending as one. */
  readonly isQuestion: boolean;
  /** Where what is said begins, behind the label. */
  readonly start: number;
}

const LABEL =
  /^(?:(Q|Question)|(A|Answer)|(\p{Lu}[\p{L}\p{M}.’'-]*(?:\s\p{Lu}[\p{L}\p{M}.’'-]*){0,3}))(?::\s|\s[–—]\s)/u;
/** So many labelled passages make an interview. */
const FEWEST = 3;

/**
 * The turns of an interview by passage: passages that begin with "Q:", "A:" or a name and a colon. Whoever answers to "A" is
 * the last person named before the first question. None where fewer than three passages have a label.
 */
export function turnsOf(
  text: string,
  passages: readonly Passage[],
  mentions: readonly Mention[],
  isPerson: (actor: string) => boolean,
  author: string | undefined,
): ReadonlyMap<Passage, Turn> {
  const turns = new Map<Passage, Turn>();
  let answering: string | undefined;
  for (const passage of passages) {
    const { body } = passage;
    const label = LABEL.exec(text.slice(body.start, Math.min(body.end, body.start + 80)));
    if (!label || passage.isNote) continue;
    const start = body.start + label[0].length;
    const named = mentions.find(({ range }) => range.start >= body.start && range.end <= start);
    if (label[3] !== undefined && !named) continue;
    answering ??= mentions.findLast(
      ({ range, actor }) => range.end <= body.start && isPerson(actor) && actor !== author,
    )?.actor;
    const speaker = label[3] === undefined ? answering : named?.actor;
    const asks = speaker === author || /\?["”’]?$/u.test(text.slice(body.start, body.end));
    const isQuestion = label[1] !== undefined || (label[2] === undefined && asks);
    turns.set(passage, { passage, speaker, isQuestion, start });
  }
  return turns.size >= FEWEST ? turns : new Map();
}
