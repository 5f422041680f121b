import { actorOf, sourceOf, type IndexedAnnotation, type Linked } from './indexed';

/** What there is of an actor, a topic or a source. What lies in excluded ranges, or is superseded, counts in none. */
export interface Figures {
  /** Of an actor its mentions, of a source its places, of a topic its passages. */
  readonly mentions: number;
  /** Articles in which any of it is. */
  readonly articles: number;
  /** Of an actor those whose position is its (the holder's where there is one, else the speaker's; `for` counts too), of a
   * topic its own, of a source those that a link leads from to it. */
  readonly claims: number;
  /** Of `claims`; '' stands for no stance. */
  readonly byStance: ReadonlyMap<string, number>;
  /** Of the dates of these claims, each one's own or else its article's; without any, of the articles'. As they are
   * written: "2022-07" comes before "2022-07-01". */
  readonly first?: string;
  readonly last?: string;
}

/** What figures are of: which annotations are its mentions, and which its claims. */
export interface Measured {
  readonly isMention: (annotation: IndexedAnnotation) => boolean;
  readonly isClaim: (claim: IndexedAnnotation, linked: Linked) => boolean;
}

export function measuredActor(ids: ReadonlySet<string>): Measured {
  return {
    isMention: ({ type, actor }) => type === 'actor' && actor !== undefined && ids.has(actor),
    isClaim: ({ links = [] }, linked) => {
      const holders = links.filter(({ role }) => role === 'holder');
      const positions = holders.length > 0 ? holders : links.filter(({ role }) => role === 'speaker');
      return positions.some((link) => ids.has(actorOf(link, linked) ?? '') || ids.has(link.for ?? ''));
    },
  };
}

export function measuredTopic(ids: ReadonlySet<string>): Measured {
  const isOf = ({ topic }: IndexedAnnotation): boolean => topic !== undefined && ids.has(topic);
  return { isMention: (annotation) => annotation.type === 'passage' && isOf(annotation), isClaim: isOf };
}

export function measuredSource(ids: ReadonlySet<string>): Measured {
  return {
    isMention: ({ type, source }) => type === 'source' && source !== undefined && ids.has(source),
    isClaim: ({ links = [] }, linked) => links.some((link) => ids.has(sourceOf(link, linked) ?? '')),
  };
}

const dateForm = /^\d{4}(-\d\d){0,2}$/;

/** Adds up figures, article by article. */
export class FiguresSum {
  #mentions = 0;
  #articles = 0;
  #claims = 0;
  readonly #byStance = new Map<string, number>();
  readonly #claimDates: string[] = [];
  readonly #articleDates: string[] = [];

  constructor(private readonly measured: Measured) {}

  /** Adds an article; `annotations` are those that count. */
  add(date: string | undefined, annotations: Iterable<IndexedAnnotation>, linked: Linked): void {
    let isAny = false;
    for (const annotation of annotations) {
      if (this.measured.isMention(annotation)) {
        this.#mentions += 1;
        isAny = true;
      } else if (annotation.type === 'claim' && this.measured.isClaim(annotation, linked)) {
        const stance = annotation.stance ?? '';
        this.#claims += 1;
        this.#byStance.set(stance, (this.#byStance.get(stance) ?? 0) + 1);
        keep(this.#claimDates, annotation.date ?? date);
        isAny = true;
      }
    }
    if (!isAny) return;
    this.#articles += 1;
    keep(this.#articleDates, date);
  }

  figures(): Figures {
    const dates = (this.#claimDates.length > 0 ? this.#claimDates : this.#articleDates).sort();
    const [first] = dates;
    const last = dates.at(-1);
    return {
      ...{ mentions: this.#mentions, articles: this.#articles, claims: this.#claims, byStance: this.#byStance },
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    };
  }
}

function keep(dates: string[], date: string | undefined): void {
  if (date !== undefined && dateForm.test(date)) dates.push(date);
}
