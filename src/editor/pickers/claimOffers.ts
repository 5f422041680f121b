import * as vscode from 'vscode';
import { attributions, type PlacedAnnotation } from '../../model/annotation';
import type { Actor, EffectiveCodebook, Stance } from '../../model/codebook';
import type { Range } from '../../model/range';
import { mentionsOf, nearestActors } from '../../suggest/actorRanking';
import { ACT, ATTRIBUTION, type Candidate, type GuessedFields, type Offers } from '../../suggest/claimChoice';
import type { ClaimField } from '../../suggest/claimInput';
import { NameFinder } from '../../suggest/names';
import { guessClaim } from '../../suggest/speech';
import type { Workplace } from '../commands/tagging';
import type { Parts } from '../parts';
import { voicesOf, type Voice } from '../voices';
import { linkedSource, quotation } from '../wording';
import { usesOf } from './actorPicker';

/** Stands for the article's author in guesses where the codebook doesn't have them yet. No id holds such a character. */
const NEW_AUTHOR = '\0author';
/** So many actors near the claim are offered before the article's author. */
const BEFORE_AUTHOR = 4;

/** What the fields of a claim may be, and what they are guessed to be, as long as the picker is open. */
export class ClaimOffers {
  private readonly lists: EffectiveCodebook;
  private readonly names: NameFinder;
  private readonly annotations: readonly PlacedAnnotation[];
  private readonly uses: ReadonlyMap<string, number>;
  private readonly authors: readonly Candidate[];
  private readonly topics: readonly Candidate[];
  private readonly manners: readonly Candidate[];

  constructor(
    parts: Parts,
    private readonly place: Workplace,
  ) {
    const { article, codebook } = place;
    this.lists = codebook.lists;
    this.names = new NameFinder(this.lists.actors);
    this.annotations = article.shown();
    this.uses = usesOf(parts);
    this.authors = voicesOf(article, this.lists.actors).map(voiceCandidate);
    const index = parts.corpus.shown();
    this.topics = this.lists.topics
      .map(({ id, name, formerIds = [] }) => ({
        candidate: { field: 'topic', id, name } as const,
        uses: [id, ...formerIds].reduce((sum, each) => sum + index.usesOf('topic', each), 0),
      }))
      .sort((a, b) => b.uses - a.uses || a.candidate.name.localeCompare(b.candidate.name))
      .map(({ candidate }) => candidate);
    this.manners = [...attributions.map(attributionCandidate), ...attributeCandidates(this.lists)];
  }

  /** For a claim at `range`. */
  offers(range: Range): Offers {
    const mentions = mentionsOf(this.annotations);
    const near = nearestActors(this.lists.actors, range, { mentions, uses: this.uses });
    const actors = (field: ClaimField): readonly Candidate[] => {
      const known = near.map((actor) => actorCandidate(actor, field));
      const authors = this.authors.map((author) => ({ ...author, field }));
      const isAuthor = new Set(authors.map(({ id }) => id));
      const others = known.filter(({ id }) => !isAuthor.has(id));
      return [...others.slice(0, BEFORE_AUTHOR), ...authors, ...others.slice(BEFORE_AUTHOR)];
    };
    return {
      topic: this.topics,
      speaker: actors('speaker'),
      addressee: actors('addressee'),
      holder: actors('holder'),
      source: this.sources(range),
      manner: this.manners,
    };
  }

  guess(range: Range): GuessedFields {
    const mentions = this.annotations.flatMap(({ type, actor, standing, target }) =>
      type === 'actor' && actor !== undefined && standing === 'anchored'
        ? target.map(({ start, end }) => ({ range: { start, end }, actor }))
        : [],
    );
    const [author] = this.authors;
    const guess = guessClaim(this.place.article.text, range, {
      actors: this.lists.actors,
      names: this.names,
      mentions,
      ...(author ? { author: author.sort === 'new' ? NEW_AUTHOR : author.id } : {}),
    });
    const actor = (field: ClaimField, id: string | undefined): readonly Candidate[] => {
      if (id === NEW_AUTHOR && author) return [{ ...author, field }];
      const known = this.lists.actors.find((other) => other.id === id || other.formerIds?.includes(id ?? ''));
      return known ? [actorCandidate(known, field)] : [];
    };
    const manner = (id: string): Candidate | undefined => this.manners.find((candidate) => candidate.id === id);
    const stance = this.lists.stances.find(({ id }) => id === guess.stance);
    return {
      speaker: (guess.speaker ?? []).flatMap((id) => actor('speaker', id)),
      addressee: actor('addressee', guess.addressee),
      holder: actor('holder', guess.holder),
      source: [],
      attribution: manner(ATTRIBUTION + guess.attribution),
      act: this.manners.find(({ attribute }) => attribute?.id === ACT && attribute.value === guess.act),
      stance: stance && stance.value !== 0 ? (stance.value > 0 ? '+' : '-') : undefined,
    };
  }

  /** The sources marked in the article, the nearest first, and those of the codebook. */
  private sources(range: Range): readonly Candidate[] {
    const distance = ({ target: [first] }: PlacedAnnotation): number =>
      first ? Math.max(0, first.start - range.end, range.start - first.end) : Infinity;
    const marked = this.annotations
      .filter(({ type }) => type === 'source')
      .sort((a, b) => distance(a) - distance(b))
      .map((annotation): Candidate => {
        const { id, source } = annotation;
        const link = { role: 'source', ...(source === undefined ? { annotation: id } : { source }) };
        const name = linkedSource(link, this.lists, () => annotation);
        return { field: 'source', id, name, aliases: [quotation(annotation)] };
      });
    const known = this.lists.sources.map(({ id, name }): Candidate => ({ field: 'source', id, name }));
    return [...marked, ...known];
  }
}

/** The id of the mildest stance of a sign. */
export function stanceOfSign(stances: readonly Stance[], sign: '+' | '-' | '0'): string | undefined {
  const wanted = sign === '+' ? 1 : sign === '-' ? -1 : 0;
  return stances
    .filter(({ value }) => Math.sign(value) === wanted)
    .sort((a, b) => Math.abs(a.value) - Math.abs(b.value))[0]?.id;
}

function voiceCandidate({ actor, name, kind }: Voice): Candidate {
  return actor ? actorCandidate(actor, 'speaker') : { field: 'speaker', id: name, name, sort: 'new', kind };
}

function actorCandidate({ id, name, aliases = [] }: Actor, field: ClaimField): Candidate {
  return { field, id, name, aliases };
}

/** What the codebook's attributes of claims may be set to by a word: options, and what is true or not. */
function attributeCandidates({ attributes }: EffectiveCodebook): readonly Candidate[] {
  const found = attributes
    .filter(({ appliesTo }) => appliesTo.includes('claim'))
    .flatMap(({ id, name, type, options = [] }): readonly Candidate[] => {
      const candidate = (title: string, value: string | true): Candidate => ({
        field: 'manner',
        id: JSON.stringify([id, value]),
        name: title,
        attribute: { id, value },
      });
      if (type === 'boolean') return [candidate(name, true)];
      return type === 'choice' ? options.map((option) => candidate(option.name, option.id)) : [];
    });
  const isAct = ({ attribute }: Candidate): boolean => attribute?.id === ACT;
  return [...found.filter(isAct), ...found.filter((candidate) => !isAct(candidate))];
}

function attributionCandidate(id: (typeof attributions)[number]): Candidate {
  const names: Readonly<Record<typeof id, string>> = {
    author: vscode.l10n.t('Author’s own'),
    reported: vscode.l10n.t('Reported'),
    quoted: vscode.l10n.t('Quoted'),
    imputed: vscode.l10n.t('Imputed'),
  };
  return { field: 'manner', id: ATTRIBUTION + id, name: names[id], aliases: [id] };
}
