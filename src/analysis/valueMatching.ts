import { effectiveCodebook, type CodebookLists, type EffectiveCodebook } from '../model/codebook';
import { isSameName, lookUp, type Findable } from '../model/lookup';
import { nearest } from '../model/nearest';
import type { Names } from '../model/names';
import { plainLine } from '../model/plainLine';
import type { AnalysedAnnotation } from './analysedArticle';
import type { Choice } from './claimChoice';
import type { ArticleClaims, ActorReading } from './claims';
import { SettingsError } from './settings';
import { itemValue, valuesOf, variableText, type Value, type Variable } from './variables';

/** What a wanted value is in one codebook: these ids of values where it knows it, else whatever is called so. */
type Meant = ReadonlySet<string> | undefined;

/** Tells which values of claims are those of a `Choice`: matched as id, then name, then alias, in any case where names may be. */
export class ValueMatcher {
  readonly #meant = new Map<CodebookLists | undefined, ReadonlyMap<string, Meant>>();
  readonly #unmet: Set<string>;
  /** What claims have instead, to suggest. */
  readonly #labels = new Set<string>();

  /** @param setting whose choice it is, for what is said of it */
  constructor(
    private readonly setting: string,
    readonly choice: Choice,
    private readonly reading: ActorReading,
  ) {
    this.#unmet = new Set(choice.values);
  }

  /** Those of a claim's values that are meant.
   * @throws {SettingsError} where a name is that of several items of the article's codebook */
  met(claims: ArticleClaims, claim: AnalysedAnnotation): readonly Value[] {
    const { variable } = this.choice;
    const values = valuesOf(variable, claims, claim, this.reading);
    return values.length === 0 ? values : values.filter((value) => this.#isMeant(value, claims));
  }

  /** @throws {SettingsError} where a wanted value is in no codebook, and no claim has it that was asked about */
  assertMet(): void {
    const [value] = this.#unmet;
    if (value === undefined) return;
    const near = nearest(value, [...this.#labels]);
    const asked = near === undefined ? '.' : `; did you mean ${plainLine(near, MOST_SHOWN)}?`;
    const what = `${variableText(this.choice.variable)} "${plainLine(value, MOST_SHOWN)}"`;
    throw new SettingsError(this.setting, `${this.setting}: no claim has the ${what}${asked}`);
  }

  #isMeant(value: Value, claims: ArticleClaims): boolean {
    const { article, names } = claims;
    let meant = this.#meant.get(article.codebook);
    if (!meant) {
      const lists = effectiveCodebook(article.codebook);
      meant = new Map(this.choice.values.map((wanted) => [wanted, this.#inCodebook(wanted, lists, names)]));
      this.#meant.set(article.codebook, meant);
    }
    let isMeant = false;
    for (const [wanted, ids] of meant) {
      const fits = ids ? ids.has(value.id) : isCalled(value, wanted, this.choice.variable, claims);
      if (fits) this.#unmet.delete(wanted);
      isMeant ||= fits;
    }
    if (!isMeant && this.#unmet.size > 0 && this.#labels.size < MOST_LABELS) this.#labels.add(value.label);
    return isMeant;
  }

  #inCodebook(wanted: string, lists: EffectiveCodebook, names: Names): Meant {
    const found = listsOf(this.choice.variable, lists).flatMap(({ list, asValue }) => {
      const known = lookUp(list, wanted);
      if (!known) return [];
      if ('found' in known) return [asValue(known.found, names)];
      const ids = known.ambiguous.map(({ id }) => plainLine(id, MOST_SHOWN)).join(', ');
      const what = `${variableText(this.choice.variable)}=${plainLine(wanted, MOST_SHOWN)}`;
      throw new SettingsError(this.setting, `${this.setting} ${what} may mean any of ${ids}: give the id.`);
    });
    if (found.length === 0) return undefined;
    this.#unmet.delete(wanted);
    return new Set(found);
  }
}

const MOST_SHOWN = 60;
const MOST_LABELS = 2000;

/** Of values that no codebook knows, and of texts. */
function isCalled({ id, label }: Value, wanted: string, { word }: Variable, { article }: ArticleClaims): boolean {
  if (id === wanted || isSameName(label, wanted)) return true;
  return word === 'article' && isSameName(article.path, wanted);
}

interface ItemList {
  readonly list: readonly Findable[];
  readonly asValue: (item: Findable, names: Names) => string;
}

/** The lists of a codebook that the values of a variable are from, and what an item's value is known by. */
function listsOf({ word, of }: Variable, lists: EffectiveCodebook): readonly ItemList[] {
  const actors: ItemList = { list: lists.actors, asValue: ({ id }, names) => itemValue(names.actor(id)).id };
  const sources: ItemList = { list: lists.sources, asValue: ({ id }, names) => itemValue(names.source(id)).id };
  switch (word) {
    case 'position':
    case 'speaker':
    case 'speaker.for':
    case 'holder':
    case 'addressee':
    case 'actor.parent':
      return [actors];
    case 'role:':
      return [actors, sources];
    case 'source':
      return [sources];
    case 'topic':
    case 'topic:':
      return [{ list: lists.topics, asValue: ({ id }, names) => itemValue(names.topic(id)).id }];
    case 'stance':
      return [{ list: lists.stances, asValue: ({ id }, names) => itemValue(names.stance(id)).id }];
    case 'attribute:':
    case 'actor.attribute:':
    case 'article.attribute:': {
      const options = lists.attributes.find(({ id }) => id === of)?.options ?? [];
      return [{ list: options, asValue: ({ id }) => id }];
    }
    case 'attribution':
    case 'actor.kind':
    case 'article':
    case 'article.author':
    case 'article.publisher':
    case 'article.section':
    case 'creator':
      return [];
  }
}
