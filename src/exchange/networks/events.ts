import type { Event, EventList } from '../../analysis/network/events';
import type { Given } from '../../analysis/settings';
import { variableText } from '../../analysis/variables';
import { joinList, csvText } from '../writing/csv';
import { list } from './json';

/** What an event list says of a claim besides its variables; those of the article by the names of variables where they are some. */
const before: Readonly<Record<string, (event: Event) => string | number | undefined>> = {
  id: ({ id }) => id,
  date: ({ date }) => date,
};
const behind: Readonly<Record<string, (event: Event) => string | number | undefined>> = {
  start: ({ start }) => start,
  end: ({ end }) => end,
  text: ({ quote }) => quote,
  creator: ({ creator }) => creator,
  'article.path': ({ article }) => article.path,
  'article.title': ({ article }) => article.title,
  'article.author': ({ article }) => article.author,
  'article.publisher': ({ article }) => article.publisher,
  'article.section': ({ article }) => article.section,
};

/** One row a claim, below a header: `id`, `date`, the variables, `start` and `end` (UTF-16 code units of the article's text), `text`, `creator`,
 * and of its article the path and what is known of it. Several values of a variable are joined by "; " (see `joinList`). A text that a
 * spreadsheet would take for a formula has an apostrophe before it. Commas, LF. */
export function* eventsCsv({ variables, events }: EventList): Iterable<string> {
  const names = variables.map(variableText);
  const rest = Object.keys(behind).filter((name) => !names.includes(name));
  yield `${[...Object.keys(before), ...names, ...rest].map(csvText).join(',')}\n`;
  for (const event of events) {
    const cells = [
      ...Object.values(before).map((of) => of(event)),
      ...event.values.map((values) => joinList(values.map(({ label }) => label))),
      ...rest.map((name) => behind[name]?.(event)),
    ];
    yield `${cells.map((cell) => (typeof cell === 'string' ? csvText(cell) : String(cell ?? ''))).join(',')}\n`;
  }
}

/** `settings` and `counts` as of networks, and `events`: objects with the names of the csv's columns. Of a variable all values, in a list. */
export function* eventsJson({ variables, events, counts }: EventList, settings: Given): Iterable<string> {
  const names = variables.map(variableText);
  yield `{\n"settings": ${JSON.stringify(settings)},\n"counts": ${JSON.stringify(counts)},\n`;
  yield* list('events', objects());
  yield '\n}\n';

  function* objects(): Iterable<object> {
    for (const event of events) {
      const of = (columns: typeof before): [string, string | number | undefined][] =>
        Object.entries(columns).map(([name, value]) => [name, value(event)]);
      const own = event.values.map((values, n) => [names[n] ?? '', values.map(({ label }) => label)] as const);
      yield Object.fromEntries<unknown>([...of(before), ...of(behind), ...own]);
    }
  }
}
