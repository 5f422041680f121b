import type { Referent } from '../model/references';
import { cell, linkCell } from './columns';
import type { Rows } from './rows';

/** How often an article speaks of each thing, by the numbers of its texts. */
export interface Tally {
  /** References of annotations (their own, or a link's; `for` included) to an actor, topic or source. */
  readonly uses: Readonly<Record<Referent, Uint32Array>>;
  /** Mentions of an actor: all, and those that count in figures. */
  readonly mentions: Uint32Array;
  readonly counted: Uint32Array;
}

export function tallied(rows: Rows): Tally {
  const list = (): Uint32Array => new Uint32Array(rows.columns.texts.length + 1);
  const uses = { actor: list(), topic: list(), source: list() };
  const mentions = list();
  const counted = list();
  const mention = rows.placeOf('actor');
  for (let row = 0; row < rows.count; row += 1) {
    const actor = rows.number(row, cell.actor);
    count(uses.actor, actor);
    count(uses.topic, rows.number(row, cell.topic));
    count(uses.source, rows.number(row, cell.source));
    if (mention === 0 || rows.number(row, cell.type) !== mention) continue;
    count(mentions, actor);
    if (rows.counts(row)) count(counted, actor);
  }
  const links = rows.linksEnd(rows.count - 1);
  for (let link = 0; link < links; link += 1) {
    count(uses.actor, rows.linkNumber(link, linkCell.actor));
    count(uses.actor, rows.linkNumber(link, linkCell.for));
    count(uses.source, rows.linkNumber(link, linkCell.source));
  }
  return { uses, mentions, counted };
}

/** 0 is no text, and is counted in vain. */
function count(counts: Uint32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}
