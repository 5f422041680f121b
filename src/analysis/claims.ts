import type { Link } from '../model/annotation';
import { effectiveCodebook, type AttributeDefinition, type CodebookLists } from '../model/codebook';
import { namesByCodebook, type Names, type Reference } from '../model/names';
import type { AnalysedAnnotation, AnalysedArticle } from './analysedArticle';
import { itemValue, type Value } from './variables';

/** Of a claim that somebody makes on behalf of another: who counts as the one who makes it. */
export const speakersFor = ['person', 'organization', 'both'] as const;
export type SpeakerFor = (typeof speakersFor)[number];

/** How actors of links are read. */
export interface ActorReading {
  readonly speakerFor: SpeakerFor;
  /** Whether an actor with members counts as these, and their members. */
  readonly expandMembers: boolean;
}

/** An article with what the ids of its annotations stand for. */
export class ArticleClaims {
  #byId: ReadonlyMap<string, AnalysedAnnotation> | undefined;

  constructor(
    readonly article: AnalysedArticle,
    readonly names: Names,
    private readonly attributes: ReadonlyMap<string, AttributeDefinition> = attributesById(article),
    /** What was made of items of the names. */
    private readonly values = new Map<Reference<unknown>, Value>(),
  ) {}

  /** The same of another article with the same codebook. */
  of(article: AnalysedArticle): ArticleClaims {
    return new ArticleClaims(article, this.names, this.attributes, this.values);
  }

  /** The claims of the article, whether they count or not. */
  *all(): Iterable<AnalysedAnnotation> {
    for (const annotation of this.article.annotations) if (annotation.type === 'claim') yield annotation;
  }

  /** The date of a claim: its own, else its article's. */
  date(claim: AnalysedAnnotation): string | undefined {
    return claim.date ?? this.article.info.date;
  }

  attribute(id: string): AttributeDefinition | undefined {
    return this.attributes.get(id);
  }

  /** An item of the codebook as a value, made once: claims have the same few again and again. */
  value(reference: Reference<unknown>, number?: number): Value {
    let value = this.values.get(reference);
    if (!value) this.values.set(reference, (value = itemValue(reference, number)));
    return value;
  }

  /** The ids of the actors that a claim's links of a role lead to, each once, in the order of the links. */
  actors(claim: AnalysedAnnotation, role: string, { speakerFor, expandMembers }: ActorReading): readonly string[] {
    const found = new Set<string>();
    const add = (id: string | undefined): void => {
      if (id === undefined) return;
      const known = this.names.actor(id).id;
      for (const one of expandMembers ? this.#expanded(known) : [known]) found.add(one);
    };
    for (const link of claim.links ?? []) {
      if (link.role !== role) continue;
      const own = this.#actor(link);
      if (speakerFor !== 'organization' || link.for === undefined) add(own);
      if (speakerFor !== 'person') add(link.for);
    }
    return [...found];
  }

  /** Whose position a claim is: its holders where there are any, else its speakers. */
  positions(claim: AnalysedAnnotation, reading: ActorReading): readonly string[] {
    const holders = this.actors(claim, 'holder', reading);
    return holders.length > 0 ? holders : this.actors(claim, 'speaker', reading);
  }

  /** The id of the codebook's source that a link leads to, itself or by a source annotation. */
  source({ source, annotation }: Link): string | undefined {
    return source ?? this.annotation(annotation)?.source;
  }

  /** An annotation of the article. */
  annotation(id: string | undefined): AnalysedAnnotation | undefined {
    if (id === undefined) return undefined;
    this.#byId ??= new Map(this.article.annotations.map((one) => [one.id, one]));
    return this.#byId.get(id);
  }

  #actor({ actor, annotation }: Link): string | undefined {
    return actor ?? this.annotation(annotation)?.actor;
  }

  /** The actors without members that are below an actor; itself where there are none, or only such as go round. */
  #expanded(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    const passed = new Set<string>();
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (passed.has(next)) continue;
      passed.add(next);
      const members = this.names.actor(next).item?.members ?? [];
      if (members.length === 0) found.add(next);
      else waiting.push(...members.map((member) => this.names.actor(member).id).reverse());
    }
    return found.size > 0 ? found : new Set([id]);
  }
}

/** The attributes that a codebook defines, by id. */
export function attributesById({
  codebook,
}: Pick<AnalysedArticle, 'codebook'>): ReadonlyMap<string, AttributeDefinition> {
  return new Map(effectiveCodebook(codebook).attributes.map((attribute) => [attribute.id, attribute]));
}

/** Gives the claims of articles; what is known of a codebook is made once. */
export function claimsByCodebook(): (article: AnalysedArticle) => ArticleClaims {
  const namesOf = namesByCodebook();
  const byCodebook = new Map<CodebookLists | undefined, ArticleClaims>();
  return (article) => {
    const { codebook } = article;
    const claims = byCodebook.get(codebook)?.of(article) ?? new ArticleClaims(article, namesOf(codebook));
    byCodebook.set(codebook, claims);
    return claims;
  };
}
