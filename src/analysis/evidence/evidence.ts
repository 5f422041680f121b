import { valueOf } from '../../model/annotation';
import { linksOf } from '../../model/links';
import { shortened } from '../../model/shortened';
import type { AnalysedAnnotation, AnalysedArticle } from '../analysedArticle';
import { partKey, type Behind } from '../behind';
import { ChosenClaims } from '../chosenClaims';
import type { ArticleClaims } from '../claims';
import type { ClaimCounts } from '../network/network';
import { columnsOf, type Table } from '../table';
import { inOrder, NONE } from '../valueOrder';
import { valuesOf, type Value, type Variable } from '../variables';
import { Contradictions, type Contradiction } from './contradictions';
import type { EvidenceSettings } from './settings';

/** What speaks for and against a claim's truth. */
export const supports = ['for', 'both', 'against', 'none'] as const;
export type Support = (typeof supports)[number];

/** A claim, with where it was said apart from what speaks for and against it. */
export interface EvidenceClaim {
  /** Of the article, see `AnalysedArticle`. */
  readonly article: string;
  readonly path: string;
  readonly id: string;
  /** Names of the actors whose position it is. */
  readonly positions: readonly string[];
  readonly topic?: string;
  readonly stance?: string;
  readonly date?: string;
  /** Names of sources. */
  readonly said: readonly string[];
  readonly evidence: readonly string[];
  readonly counterevidence: readonly string[];
  readonly support: Support;
  readonly verdict?: string;
}

/** Claims that have one value in common. */
export interface EvidenceGroup extends Value {
  readonly claims: number;
  /** Those of which it is known where they were said. */
  readonly said: number;
  /** By {@link supports}. */
  readonly supported: readonly number[];
  /** By the verdicts. */
  readonly verdicts: readonly number[];
}

export interface Evidence {
  readonly settings: EvidenceSettings;
  /** Those of most claims first. A claim with several values is in each of their groups. */
  readonly groups: readonly EvidenceGroup[];
  /** In the codebook's order, then others; the last is {@link NONE}. */
  readonly verdicts: readonly Value[];
  /** In the order of the articles. */
  readonly claims: readonly EvidenceClaim[];
  readonly contradictions: readonly Contradiction[];
  readonly counts: ClaimCounts;
}

interface Group {
  readonly value: Value;
  claims: number;
  said: number;
  readonly supported: number[];
  readonly verdicts: Map<string, number>;
}

/** Collects what speaks for and against claims, article by article. */
export class EvidenceCollector {
  readonly #chosen: ChosenClaims;
  readonly #claims: EvidenceClaim[] = [];
  readonly #groups = new Map<string, Group>();
  /** Options of the attribute, and other values that were met. */
  readonly #options = new Map<string, Value>();
  readonly #others = new Map<string, Value>();
  readonly #contradictions = new Contradictions();
  readonly #verdict: Variable;

  /** @param behind told what lies behind each part: of {@link evidenceKey}, and of a contradiction's `key` */
  constructor(
    private readonly settings: EvidenceSettings,
    private readonly behind?: Behind,
  ) {
    this.#chosen = new ChosenClaims(settings, [settings.by]);
    this.#verdict = { word: 'attribute:', of: settings.verdict };
  }

  add(article: AnalysedArticle): void {
    const claims = this.#chosen.in(article);
    for (const { id, name } of claims.attribute(this.settings.verdict)?.options ?? []) {
      if (!this.#options.has(id)) this.#options.set(id, { id, label: name });
    }
    for (const claim of this.#chosen.of(claims)) this.#addClaim(claims, claim);
  }

  result(): Evidence {
    const verdicts = [...this.#options.values(), ...this.#others.values(), NONE];
    const groups = [...this.#groups.values()].map(({ value, verdicts: counts, ...group }): EvidenceGroup => ({
      ...value,
      ...group,
      verdicts: verdicts.map(({ id }) => counts.get(id) ?? 0),
    }));
    return {
      ...{ settings: this.settings, verdicts, claims: this.#claims, counts: this.#chosen.counts() },
      groups: inOrder(groups, ({ claims }) => claims),
      contradictions: this.#contradictions.all(this.behind),
    };
  }

  #addClaim(claims: ArticleClaims, claim: AnalysedAnnotation): void {
    const { article } = claims;
    const named = (role: string): readonly string[] => [
      ...new Set(linksOf(claim, role).map((link) => sourceName(claims, link))),
    ];
    const [said, evidence, counterevidence] = [named('source'), named('evidence'), named('counterevidence')];
    const support = supportOf(evidence.length > 0, counterevidence.length > 0);
    const given = valueOf(claim.attributes, this.settings.verdict);
    const [verdict] = given === undefined ? [] : valuesOf(this.#verdict, claims, claim, this.settings);
    const place = { article: article.key, id: claim.id };
    const [topic] = valuesOf({ word: 'topic', of: '' }, claims, claim, this.settings);
    const [stance] = valuesOf({ word: 'stance', of: '' }, claims, claim, this.settings);
    const positions = valuesOf({ word: 'position', of: '' }, claims, claim, this.settings);
    const date = claims.date(claim);
    if (verdict && !this.#options.has(verdict.id)) this.#others.set(verdict.id, verdict);
    this.#claims.push({
      ...{ ...place, path: article.path, positions: positions.map(({ label }) => label) },
      ...(topic ? { topic: topic.label } : {}),
      ...(stance ? { stance: stance.label } : {}),
      ...(date === undefined ? {} : { date }),
      ...{ said, evidence, counterevidence, support },
      ...(verdict ? { verdict: verdict.label } : {}),
    });
    if (topic) this.#contradictions.add(claims, claim, positions, topic, stance?.number);
    const values = this.#chosen.values(this.settings.by, claims, claim);
    for (const value of values.length > 0 ? values : [NONE]) {
      const group = this.#group(value);
      group.claims += 1;
      if (said.length > 0) group.said += 1;
      const at = supports.indexOf(support);
      group.supported[at] = (group.supported[at] ?? 0) + 1;
      const known = verdict?.id ?? NONE.id;
      group.verdicts.set(known, (group.verdicts.get(known) ?? 0) + 1);
      if (!this.behind) continue;
      this.behind.add(evidenceKey(value.id, 'said', said.length > 0 ? 'yes' : 'no'), place);
      this.behind.add(evidenceKey(value.id, 'support', support), place);
      this.behind.add(evidenceKey(value.id, 'verdict', known), place);
    }
  }

  #group(value: Value): Group {
    const supported = supports.map(() => 0);
    const group = this.#groups.get(value.id) ?? {
      value,
      claims: 0,
      said: 0,
      supported,
      verdicts: new Map<string, number>(),
    };
    this.#groups.set(value.id, group);
    return group;
  }
}

/** The key of claims of a group: whether it is known where they were said, what speaks for them, or their verdict. */
export function evidenceKey(group: string, what: 'said' | 'support' | 'verdict', is: string): string {
  return partKey(group, what, is);
}

function supportOf(isFor: boolean, isAgainst: boolean): Support {
  if (isFor) return isAgainst ? 'both' : 'for';
  return isAgainst ? 'against' : 'none';
}

const LONGEST_NAME = 200;

/** A source in words: its name in the codebook, else how it is cited, else its words, else what it is and in which article. */
function sourceName(claims: ArticleClaims, link: Parameters<ArticleClaims['source']>[0]): string {
  const id = claims.source(link);
  if (id !== undefined) return claims.names.source(id).name;
  const { reference, quote, kind = 'source' } = claims.annotation(link.annotation) ?? {};
  return shortened(reference ?? quote ?? `${kind} in ${claims.article.path}`, LONGEST_NAME);
}

/** One row for each claim. */
export function evidenceTable({ claims }: Evidence): Table {
  const list = (names: readonly string[]): string => names.join('; ');
  return {
    columns: columnsOf(
      ...['article', 'claim', 'position', 'topic', 'stance', 'date'],
      ...['said', 'evidence', 'counterevidence', 'support', 'verdict'],
    ),
    rows: claims.map(
      ({ path, id, positions, topic, stance, date, said, evidence, counterevidence, support, verdict }) => [
        ...[path, id, list(positions), topic, stance, date],
        ...[list(said), list(evidence), list(counterevidence), support, verdict],
      ],
    ),
  };
}
