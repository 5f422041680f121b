import type { Actor } from '../../../src/model/codebook';
import { offersOf } from '../../../src/suggest/offers';

const state = (id: string, name: string, ...aliases: string[]): Actor => ({ id, name, kind: 'state', aliases });

export const actors: readonly Actor[] = [
  state('fr', 'France'),
  state('de', 'Germany'),
  state('tr', 'Turkey'),
  state('pl', 'Poland'),
  state('jp', 'Japan'),
  state('kr', 'South Korea'),
  state('ru', 'Russia'),
  state('br', 'Brazil'),
  state('us', 'United States', 'US'),
  { id: 'bank', name: 'World Bank', kind: 'organization', aliases: ['Bank'] },
  { id: 'acar', name: 'Selim Acar', kind: 'person', aliases: ['Acar'] },
  { id: 'brandt', name: 'Anna Brandt', kind: 'person', aliases: ['Brandt'] },
  { id: 'lee', name: 'Ada Lee', kind: 'person' },
];

/** The claims of a text, one line each: stance, attribution, who speaks (holds, is addressed), and the words. */
export function claimLines(text: string): string[] {
  return offersOf(text, { actors, author: 'lee' }).flatMap((offer) => {
    if (offer.type !== 'claim') return [];
    const { ranges, stance, attribution = '', speakers = [], newSpeakers = [], holders = [], addressees = [] } = offer;
    const sign = stance === 'support' ? '+' : stance === 'oppose' ? '-' : ' ';
    const who = [...speakers, ...newSpeakers.map(({ name }) => name)].join('+') || 'nobody';
    const more = [...holders.map((id) => ` of ${id}`), ...addressees.map((id) => ` to ${id}`)].join('');
    const words = ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return [`${sign} ${attribution} ${who}${more}: ${words}`];
  });
}
