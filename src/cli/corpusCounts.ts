import { countingOf } from '../analysis/analysedArticle';
import { columnsOf, type Table } from '../analysis/table';
import type { ExportArticle } from '../exchange/format';
import type { Names } from '../model/names';
import type { PlacedAnnotation } from '../model/annotation';
import { compareCodeUnits } from '../model/codeUnits';

/** How often there is something of a name. */
export interface Count {
  /** Of an item of a codebook: its id there. */
  readonly id?: string;
  readonly name: string;
  readonly count: number;
  /** Of a topic's claims. */
  readonly stances?: readonly Count[];
}

/** Lists have the most frequent first. */
export interface CorpusReport {
  readonly articles: number;
  readonly annotations: number;
  /** Annotations that another one supersedes. */
  readonly superseded: number;
  /** Other annotations that lie in excluded ranges. */
  readonly excluded: number;
  /** Claims, and mentions of actors, that count. */
  readonly claims: number;
  readonly mentions: number;
  /** What creators say of how far they are with articles. */
  readonly coding: readonly Count[];
  readonly types: readonly Count[];
  readonly standings: readonly Count[];
  readonly creators: readonly Count[];
  readonly stances: readonly Count[];
  readonly topics: readonly Count[];
  readonly actors: readonly Count[];
}

const NONE = '(none)';

/** Adds up what is annotated, article by article. */
export class CorpusCounts {
  #articles = 0;
  #annotations = 0;
  #superseded = 0;
  #excluded = 0;
  readonly #coding = new Tally();
  readonly #types = new Tally();
  readonly #standings = new Tally();
  readonly #creators = new Tally();
  readonly #stances = new Tally();
  readonly #topics = new Tally();
  readonly #byTopic = new Map<string, Tally>();
  readonly #actors = new Tally();

  add(article: ExportArticle, names: Names): void {
    const { annotations, coding } = article;
    this.#articles += 1;
    this.#annotations += annotations.length;
    for (const { status } of coding) this.#coding.add(status);
    const counting = countingOf(article);
    for (const annotation of annotations) {
      const { type, standing, creator = NONE } = annotation;
      const counts = counting(annotation);
      this.#types.add(type);
      this.#standings.add(standing);
      this.#creators.add(creator);
      if (counts === 'superseded') this.#superseded += 1;
      else if (counts === 'excluded') this.#excluded += 1;
      else if (type === 'claim') this.#addClaim(annotation, names);
      else if (type === 'actor') this.#actors.add(...named(annotation.actor, (actor) => names.actor(actor)));
    }
  }

  report(): CorpusReport {
    return {
      ...{ articles: this.#articles, annotations: this.#annotations },
      ...{ superseded: this.#superseded, excluded: this.#excluded },
      ...{ claims: this.#stances.total, mentions: this.#actors.total },
      ...{ coding: this.#coding.counts(), types: this.#types.counts(), standings: this.#standings.counts() },
      ...{ creators: this.#creators.counts(), stances: this.#stances.counts() },
      topics: this.#topics.counts((key) => ({ stances: this.#byTopic.get(key)?.counts() ?? [] })),
      actors: this.#actors.counts(),
    };
  }

  #addClaim({ topic, stance }: PlacedAnnotation, names: Names): void {
    const stood = named(stance, (id) => names.stance(id));
    const [key, name] = named(topic, (id) => names.topic(id));
    this.#stances.add(...stood);
    this.#topics.add(key, name);
    const byStance = this.#byTopic.get(key) ?? new Tally();
    this.#byTopic.set(key, byStance);
    byStance.add(...stood);
  }
}

/** The key and the name of what an annotation refers to; of nothing, none. */
function named(
  id: string | undefined,
  look: (id: string) => { readonly id: string; readonly name: string },
): [string, string] {
  if (id === undefined) return ['', NONE];
  const found = look(id);
  return [found.id, found.name];
}

/** Counts by key, each with a name. */
class Tally {
  total = 0;
  readonly #counts = new Map<string, { name: string; count: number }>();

  add(key: string, name = key): void {
    this.total += 1;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { name, count: 1 });
  }

  /** The most frequent first, then by name. */
  counts(more: (key: string) => Partial<Count> = () => ({})): Count[] {
    const all = [...this.#counts].map(([key, { name, count }]) => {
      return { ...(key === name || key === '' ? {} : { id: key }), name, count, ...more(key) };
    });
    return all.sort((a, b) => b.count - a.count || compareCodeUnits(a.name, b.name));
  }
}

/** All counts as a table: `what` is the list that one is of, `total` of all; a topic's claims by stance come behind those of the topic. */
export function overviewTable(report: CorpusReport): Table {
  const lists = ['coding', 'types', 'standings', 'creators', 'stances', 'topics', 'actors'] as const;
  const totals = ['articles', 'annotations', 'superseded', 'excluded', 'claims', 'mentions'] as const;
  return {
    columns: columnsOf('what', 'id', 'name', 'stance', 'count'),
    rows: [
      ...totals.map((name) => ['total', undefined, name, undefined, report[name]]),
      ...lists.flatMap((what) =>
        report[what].flatMap(({ id, name, count, stances = [] }) => [
          [what, id, name, undefined, count],
          ...stances.map((stance) => [what, id, name, stance.name, stance.count]),
        ]),
      ),
    ],
  };
}
