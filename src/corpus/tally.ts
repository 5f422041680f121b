import { cell, linkCell } from './columns';
import type { Rows } from './rows';

/** What is counted of each text: references to it as an actor, a topic and a source (by annotations themselves or by a link,
 * `for` included), mentions of it as an actor, and those of them that count in figures. */
export const lane = { actor: 0, topic: 1, source: 2, mentions: 3, counted: 4 } as const;
const LANES = 5;

/** Counts of one article, by the numbers of its texts; used again for the next, since there are many. */
export class Tally {
  #counts = new Uint32Array();

  /** Counts an article's annotations and forgets the one before. */
  take(rows: Rows): void {
    const size = LANES * (rows.columns.texts.length + 1);
    if (this.#counts.length < size) this.#counts = new Uint32Array(2 * size);
    else this.#counts.fill(0, 0, size);
    const counts = this.#counts;
    // 0 is no text, and is counted in vain.
    const add = (place: number, at: number): void => {
      const index = place * LANES + at;
      counts[index] = (counts[index] ?? 0) + 1;
    };
    const mention = rows.placeOf('actor');
    for (let row = 0; row < rows.count; row += 1) {
      const actor = rows.number(row, cell.actor);
      add(actor, lane.actor);
      add(rows.number(row, cell.topic), lane.topic);
      add(rows.number(row, cell.source), lane.source);
      if (mention === 0 || rows.number(row, cell.type) !== mention) continue;
      add(actor, lane.mentions);
      if (rows.counts(row)) add(actor, lane.counted);
    }
    const links = rows.linksEnd(rows.count - 1);
    for (let link = 0; link < links; link += 1) {
      add(rows.linkNumber(link, linkCell.actor), lane.actor);
      add(rows.linkNumber(link, linkCell.for), lane.actor);
      add(rows.linkNumber(link, linkCell.source), lane.source);
    }
  }

  /**
   * How much was counted.
   * @param place a text's number
   * @param at a {@link lane}: a number, since a field whose name isn't fixed is read slowly, and this is asked millions of times
   */
  count(place: number, at: number): number {
    return this.#counts[place * LANES + at] ?? 0;
  }
}
