import type { Json } from '../model/json';
import type { ClaimField, ClaimLine, ClaimToken, TypedStance } from './claimInput';
import { fits, fitOf, fitting } from './matching';

/** Something that a token of the claim picker may mean. */
export interface Candidate {
  readonly field: ClaimField;
  /** Known by this within its field: an id; for something new, its name; for nothing, empty. */
  readonly id: string;
  /** What it is shown as. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** `new`: made with the claim; `none`: the field stays empty. */
  readonly sort?: 'new' | 'none';
  /** Of a new actor. */
  readonly kind?: string;
  /** What it sets, of a manner that isn't an attribution. */
  readonly attribute?: { readonly id: string; readonly value: Json };
}

/** What each field may be, in the order in which it is offered where nothing is typed. */
export type Offers = Readonly<Record<ClaimField, readonly Candidate[]>>;

/** What a claim is taken for as long as the person says nothing else. */
export interface GuessedFields {
  readonly speaker: readonly Candidate[];
  readonly addressee: readonly Candidate[];
  readonly holder: readonly Candidate[];
  readonly source: readonly Candidate[];
  readonly attribution?: Candidate | undefined;
  readonly act?: Candidate | undefined;
  readonly stance?: '+' | '-' | undefined;
}

type ListField = 'speaker' | 'addressee' | 'holder' | 'source';
const listFields: readonly ListField[] = ['speaker', 'addressee', 'holder', 'source'];

/** The claim as it stands, and which fields of it are guesses. */
export interface ClaimState {
  readonly topic: Candidate | undefined;
  readonly speaker: readonly Candidate[];
  readonly addressee: readonly Candidate[];
  readonly holder: readonly Candidate[];
  readonly source: readonly Candidate[];
  readonly attribution: Candidate | undefined;
  /** Speech act and other attributes, one candidate each. */
  readonly attributes: readonly Candidate[];
  readonly stance: '+' | '-' | '0' | undefined;
  readonly guessed: ReadonlySet<ListField | 'attribution' | 'act' | 'stance'>;
  /** What the token under the end of the input may mean, the most fitting first, and which of it it means. */
  readonly candidates: readonly Candidate[];
  readonly active: Candidate | undefined;
}

/** The ids of attributions begin with this. */
export const ATTRIBUTION = 'attribution:';
/** The attribute that is guessed. */
export const ACT = 'act';

/** Remembers which candidate a person chose for a token, as long as that reads the same. */
export class ChosenCandidates {
  readonly #ids = new Map<string, string>();

  choose(token: ClaimToken, candidate: Candidate): void {
    this.#ids.set(tokenKey(token), candidateKey(candidate));
  }

  has(token: ClaimToken): boolean {
    return this.#ids.has(tokenKey(token));
  }

  /** What was chosen where it is still offered, else the first. */
  of(token: ClaimToken, candidates: readonly Candidate[]): Candidate | undefined {
    const chosen = this.#ids.get(tokenKey(token));
    return candidates.find((candidate) => candidateKey(candidate) === chosen) ?? candidates[0];
  }
}

export function candidateKey({ field, sort, id }: Candidate): string {
  return `${field} ${sort ?? 'known'} ${id}`;
}

function tokenKey({ field, index, text }: ClaimToken): string {
  return `${field} ${index} ${text}`;
}

/** Whether a text fits anything that a field may be; see readClaimLine. */
export function isKnownIn(offers: Offers): (field: ClaimField, text: string) => boolean {
  return (field, text) => offers[field].some((candidate) => fitOf(text, namesOf(candidate)) > fits.none);
}

/**
 * The claim that the input, the choices made in the list, and the guesses come to. An attribution or attribute that is said
 * twice is taken back (`!assert !assert`), as a guessed act is by `!-`.
 */
export function claimState(
  line: ClaimLine,
  offers: Offers,
  guess: GuessedFields,
  chosen: ChosenCandidates,
): ClaimState {
  const guessed = new Set<ListField | 'attribution' | 'act' | 'stance'>();
  const lists: Record<ListField, readonly Candidate[]> = { speaker: [], addressee: [], holder: [], source: [] };
  for (const field of listFields) {
    const tokens = line.tokens.filter((token) => token.field === field);
    if (tokens.length === 0) {
      lists[field] = guess[field];
      if (guess[field].length > 0) guessed.add(field);
      continue;
    }
    const said: Candidate[] = [];
    for (const token of tokens) {
      const one = chosen.of(token, candidatesFor(token, offers, guess, said));
      if (one && one.sort !== 'none' && !said.some((other) => candidateKey(other) === candidateKey(one)))
        said.push(one);
    }
    lists[field] = said;
  }
  const manners = line.tokens
    // A bare sigil says nothing yet.
    .filter((token) => token.field === 'manner' && (token.text !== '' || chosen.has(token)))
    .flatMap((token) => chosen.of(token, candidatesFor(token, offers, guess, [])) ?? []);
  const set = new Map<string, Candidate | undefined>();
  for (const manner of manners) {
    const part = manner.attribute?.id ?? ATTRIBUTION;
    const before = set.get(part);
    const isTakenBack = manner.sort === 'none' || (before && candidateKey(before) === candidateKey(manner));
    set.set(part, isTakenBack ? undefined : manner);
  }
  if (!set.has(ATTRIBUTION) && guess.attribution) {
    set.set(ATTRIBUTION, guess.attribution);
    guessed.add('attribution');
  }
  if (!set.has(ACT) && guess.act) {
    set.set(ACT, guess.act);
    guessed.add('act');
  }
  if (line.stance === undefined && guess.stance) guessed.add('stance');

  const [topicToken] = line.tokens;
  const topic = topicToken && chosen.of(topicToken, candidatesFor(topicToken, offers, guess, []));
  const before = line.tokens.filter(({ field, index }) => field === line.current.field && index < line.current.index);
  const said = before.flatMap((token) => chosen.of(token, candidatesFor(token, offers, guess, [])) ?? []);
  const candidates = candidatesFor(line.current, offers, guess, said);
  return {
    ...lists,
    topic: topic?.sort === 'none' ? undefined : topic,
    attribution: set.get(ATTRIBUTION),
    attributes: [...set.values()].filter((candidate) => candidate?.attribute !== undefined) as Candidate[],
    stance: stanceOf(line.stance, guess.stance),
    guessed,
    candidates,
    active: chosen.of(line.current, candidates),
  };
}

function stanceOf(typed: TypedStance | undefined, guess: '+' | '-' | undefined): '+' | '-' | '0' | undefined {
  return typed === 'none' ? undefined : (typed ?? guess);
}

const NO_ACT: Candidate = { field: 'manner', id: ACT, name: '', sort: 'none', attribute: { id: ACT, value: null } };

/** What a token may mean: with nothing typed the field's offers, what is guessed first; else what fits, and something new. */
function candidatesFor(
  { field, text }: ClaimToken,
  offers: Offers,
  guess: GuessedFields,
  said: readonly Candidate[],
): readonly Candidate[] {
  const all = offers[field];
  const keys = new Set(said.map(candidateKey));
  const rest = all.filter((candidate) => !keys.has(candidateKey(candidate)));
  if (text === '') {
    const none: Candidate = { field, id: '', name: '', sort: 'none' };
    if (field === 'topic') return [none, ...rest];
    const first = guessedOf(field, guess).filter((candidate) => !keys.has(candidateKey(candidate)));
    const firstKeys = new Set(first.map(candidateKey));
    const others = rest.filter((candidate) => !firstKeys.has(candidateKey(candidate)));
    return [...first, ...others, field === 'manner' ? NO_ACT : none];
  }
  if (field === 'manner' && text === '-') return [NO_ACT];
  const found = fitting(text, all, namesOf);
  // An id counts: whoever asks for a thing by this text means that one.
  const isSame = all.some((candidate) => candidate.id === text || fitOf(text, namesOf(candidate)) === fits.same);
  const takesNew = field !== 'source' && field !== 'manner';
  return takesNew && !isSame ? [...found, { field, id: text, name: text, sort: 'new' }] : found;
}

function guessedOf(field: ClaimField, guess: GuessedFields): readonly Candidate[] {
  if (field === 'topic') return [];
  if (field === 'manner') return [guess.attribution, guess.act].filter((candidate) => candidate !== undefined);
  return guess[field];
}

function namesOf({ name, aliases = [] }: Candidate): readonly string[] {
  return [name, ...aliases];
}
