import assert from 'node:assert/strict';
import {
  ACT,
  ATTRIBUTION,
  ChosenCandidates,
  claimState,
  isKnownIn,
  type Candidate,
  type ClaimState,
  type GuessedFields,
  type Offers,
} from '../../../src/suggest/claimChoice';
import { readClaimLine, type ClaimField } from '../../../src/suggest/claimInput';

const of = (field: ClaimField, ...names: string[]): Candidate[] =>
  names.map((name) => ({ field, id: name.toLowerCase().replaceAll(' ', '-'), name }));
const actors = (field: ClaimField): Candidate[] => of(field, 'Russia', 'United States', 'China');
const attribute = (id: string, ...names: string[]): Candidate[] =>
  names.map((name) => ({ field: 'manner', id: `${id} ${name}`, name, attribute: { id, value: name } }));
const offers: Offers = {
  topic: of('topic', 'Missile tests are legitimate', 'Sanctions work'),
  speaker: actors('speaker'),
  addressee: actors('addressee'),
  holder: actors('holder'),
  source: of('source', 'KCNA, 18 Dec 2023', 'Resolution 1718'),
  manner: [
    ...['reported', 'quoted'].map((name): Candidate => ({ field: 'manner', id: ATTRIBUTION + name, name })),
    ...attribute(ACT, 'assert', 'condemn'),
    ...attribute('hedged', 'hedged'),
  ],
};
const guess: GuessedFields = {
  speaker: actors('speaker').slice(1, 2),
  addressee: actors('addressee').slice(0, 1),
  holder: [],
  source: [],
  attribution: offers.manner[0],
  act: offers.manner[3],
  stance: '-',
};

function state(value: string, chosen = new ChosenCandidates()): ClaimState {
  return claimState(readClaimLine(value, isKnownIn(offers)), offers, guess, chosen);
}

function names(list: readonly Candidate[]): string[] {
  return list.map(({ name, sort }) => (sort ? `${sort}:${name}` : name));
}

describe('the claim as it stands', () => {
  it('is what was guessed where nothing is typed, with no topic', () => {
    const { topic, speaker, addressee, attribution, attributes, stance, guessed, active } = state('');
    assert.equal(topic, undefined);
    assert.equal(active?.sort, 'none');
    assert.deepEqual([names(speaker), names(addressee)], [['United States'], ['Russia']]);
    assert.deepEqual([attribution?.name, names(attributes), stance], ['reported', ['condemn'], '-']);
    assert.deepEqual([...guessed].sort(), ['act', 'addressee', 'attribution', 'speaker', 'stance']);
  });

  it('takes the most fitting candidate, and a new topic where none fits', () => {
    assert.equal(state('miss').topic?.name, 'Missile tests are legitimate');
    assert.deepEqual(names(state('miss').candidates), ['Missile tests are legitimate', 'new:miss']);
    assert.deepEqual(names(state('grain exports').candidates), ['new:grain exports']);
    assert.deepEqual(names(state('sanctions work').candidates), ['Sanctions work']);
  });

  it('replaces a guess by what is typed, several where several are', () => {
    const { speaker, guessed, addressee } = state('@russia @chi >uni');
    assert.deepEqual(names(speaker), ['Russia', 'China']);
    assert.deepEqual(names(addressee), ['United States']);
    assert.equal(guessed.has('speaker') || guessed.has('addressee'), false);
  });

  it('keeps the guess first at a bare sigil, and can do without', () => {
    assert.deepEqual(names(state('@').candidates), ['United States', 'Russia', 'China', 'none:']);
    const chosen = new ChosenCandidates();
    const bare = readClaimLine('@', isKnownIn(offers)).current;
    chosen.choose(bare, { field: 'speaker', id: '', name: '', sort: 'none' });
    assert.deepEqual(state('@ ', chosen).speaker, []);
  });

  it('keeps what was chosen for a token that was finished', () => {
    const chosen = new ChosenCandidates();
    const token = readClaimLine('@r', isKnownIn(offers)).current;
    chosen.choose(token, { field: 'speaker', id: 'r', name: 'r', sort: 'new' });
    assert.deepEqual(names(state('@r >chi +', chosen).speaker), ['new:r']);
    assert.deepEqual(names(state('@ru >chi', chosen).speaker), ['Russia']);
  });

  it('offers a second speaker without the first', () => {
    assert.deepEqual(names(state('@russia @').candidates), ['United States', 'China', 'none:']);
  });

  it('makes a new speaker of a name that fits none, but no new source or act', () => {
    assert.deepEqual(names(state('@Analysts').speaker), ['new:Analysts']);
    assert.deepEqual(names(state('#zzz').source), []);
    assert.equal(state('!zzz').attributes[0]?.name, 'condemn');
  });

  it('sets other attributes, and takes back what is said twice, or the guessed act', () => {
    assert.deepEqual(names(state('!hed').attributes), ['hedged', 'condemn']);
    assert.deepEqual(names(state('!hed !ass !hed').attributes), ['assert']);
    assert.deepEqual(names(state('!-').attributes), []);
    assert.equal(state('!-').guessed.has('act'), false);
    assert.deepEqual(names(state('!- !cond').attributes), ['condemn']);
    assert.equal(state('!quot !quot').attribution, undefined);
    assert.equal(state('!-').stance, '-');
  });

  it('sets attribution and act by one sigil', () => {
    const { attribution, attributes, guessed } = state('!quot !ass');
    assert.deepEqual([attribution?.name, names(attributes)], ['quoted', ['assert']]);
    assert.equal(guessed.has('attribution') || guessed.has('act'), false);
    assert.equal(state('!quot').guessed.has('act'), true);
    assert.equal(state('!quot !').attribution?.name, 'quoted');
  });

  it('takes a guessed stance back, and never makes it neutral by that', () => {
    assert.equal(state('-').stance, '-');
    assert.equal(state('-').guessed.has('stance'), false);
    assert.equal(state('--').stance, undefined);
    assert.equal(state('0').stance, '0');
  });
});
