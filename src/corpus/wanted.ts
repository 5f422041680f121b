import { cell, linkCell } from './columns';
import type { Rows } from './rows';

/** Which annotations are looked for: those that fit every field that is given. Ids are those of the annotations: a caller
 * who means a merged item asks with its former ids too. A link to a mention or a place alone leads to what that is of. */
export interface Wanted {
  readonly type?: string;
  /** Mentions of one of these. */
  readonly actors?: ReadonlySet<string>;
  readonly topics?: ReadonlySet<string>;
  /** '' means none. */
  readonly stances?: ReadonlySet<string>;
  /** The annotation's own, or one that a link (of any role) leads to. */
  readonly sources?: ReadonlySet<string>;
  /** Who speaks, or on whose behalf. */
  readonly speakers?: ReadonlySet<string>;
  readonly holders?: ReadonlySet<string>;
  readonly addressees?: ReadonlySet<string>;
}

/** Whether the annotation of a row is one of those that are looked for. */
export type Fits = (row: number) => boolean;

/** Tells which of an article's annotations are wanted; undefined where it has none, as far as its texts tell. */
export function fitting(rows: Rows, wanted: Wanted): Fits | undefined {
  const all: (Fits | undefined)[] = [];
  const { type, actors, topics, stances, sources } = wanted;
  if (type !== undefined) all.push(ofType(rows, type));
  if (actors) all.push(ofType(rows, 'actor'), ownText(rows, 'actor', actors));
  if (topics) all.push(ownText(rows, 'topic', topics));
  if (stances) all.push(stances.has('') ? withStance(rows, stances) : ownText(rows, 'stance', stances));
  if (sources) all.push(ofSource(rows, sources));
  for (const [role, ids] of [
    ['speaker', wanted.speakers],
    ['holder', wanted.holders],
    ['addressee', wanted.addressees],
  ] as const) {
    if (ids) all.push(linkedTo(rows, role, ids));
  }
  return all.reduce(both, () => true);
}

function both(one: Fits | undefined, other: Fits | undefined): Fits | undefined {
  return one && other && ((row) => one(row) && other(row));
}

function ofType(rows: Rows, type: string): Fits | undefined {
  const place = rows.placeOf(type);
  return place === 0 ? undefined : (row) => rows.number(row, cell.type) === place;
}

function ownText(rows: Rows, field: 'actor' | 'topic' | 'stance', wanted: ReadonlySet<string>): Fits | undefined {
  const among = rows.among(wanted);
  return among && ((row) => among[rows.number(row, cell[field])] === 1);
}

/** As {@link ownText}, where none will do too. */
function withStance(rows: Rows, stances: ReadonlySet<string>): Fits {
  const among = rows.among(stances);
  return (row) => {
    const stance = rows.number(row, cell.stance);
    return stance === 0 || among?.[stance] === 1;
  };
}

function ofSource(rows: Rows, sources: ReadonlySet<string>): Fits | undefined {
  const among = rows.among(sources);
  return (
    among &&
    ((row) =>
      among[rows.number(row, cell.source)] === 1 ||
      rows.someLink(row, (link) => among[rows.linked(link, 'source')] === 1))
  );
}

/** Whether a link of the role leads to one of the actors, or is on behalf of one. */
export function linkedTo(rows: Rows, role: string, actors: ReadonlySet<string>): Fits | undefined {
  const among = rows.among(actors);
  const place = rows.placeOf(role);
  if (!among || place === 0) return undefined;
  return (row) =>
    rows.someLink(
      row,
      (link) =>
        rows.linkNumber(link, linkCell.role) === place &&
        (among[rows.linked(link, 'actor')] === 1 || among[rows.linkNumber(link, linkCell.for)] === 1),
    );
}
