// What stands round an article on a web page, again and again; made up.
import { between, pick, shuffled } from '../random';

export interface Furniture {
  readonly byline: string;
  readonly share: string;
  /** What stands between paragraphs. */
  readonly between: readonly string[];
  readonly related: string;
  readonly footer: string;
}

const reporters = ['Ana Söderqvist', 'Peter Nwosu', 'Zoë Lambert', 'Marek Dvořák', 'Ingrid Hauge', 'Luís Aragão'];
const speakers = [
  'José Álvarez',
  'Zoë Müller',
  'Elise Brontë',
  'Karel Novák',
  'Margaret Whitfield',
  'Thomas O’Hara',
  'Senator Harlan Pike',
  'Ngozi Adeyemi',
  'Jean-Luc Béranger',
  'Sofia Lindström',
  'Governor Dale Hutchins',
  'Amina Yusuf',
];
const months = 'January February March April May June July August September October November December'.split(' ');
const links = [
  'Harvest talks enter a third week',
  'What the new tariff means for ports',
  'Five things to know about the budget vote',
  'In pictures: the river after the flood',
  'Why the ministers could not agree',
  'How we check facts',
  'The bridge that nobody wanted',
];
const shareBars = [
  'Share\nFacebook\nX\nWhatsApp\nEmail\nCopy link',
  'Share this article: Facebook · X · LinkedIn · Email · Print',
];
const between_ = [
  'Advertisement',
  'Article continues below',
  'Sign up for our morning briefing: the day’s news in five minutes. You can unsubscribe at any time.',
  'Read more: How we check facts',
];

/** Furniture of one article; much of it is the same in others. */
export function furnitureFor(random: () => number): Furniture {
  const date = `${between(random, 1, 28)} ${pick(random, months)} ${between(random, 2019, 2026)}`;
  return {
    byline: `By ${pick(random, reporters)}\nPublished ${date}`,
    share: pick(random, shareBars),
    between: between_,
    related: `Related\n${shuffled(random, links).slice(0, 3).join('\n')}`,
    footer: '© The Evening Ledger. All rights reserved. Terms · Privacy · Contact',
  };
}

/** Another piece of furniture, as a page has it after its publisher gave it a new look. */
export function newFurniture(random: () => number): string {
  return pick(random, [
    'Share on Bluesky · Share on Mastodon · Save for later',
    `Updated ${between(random, 1, 28)} ${pick(random, months)} 2026, ${between(random, 6, 22)}:${between(random, 10, 59)} GMT`,
    'Listen to this article\n4 min',
    'Subscribe for full access. Cancel at any time.',
    `More on this story\n${shuffled(random, links).slice(0, 4).join('\n')}`,
    'Comments (0)\nBe the first to comment.',
  ]);
}

/** The few people that an article quotes; the first more often. */
export function namesFor(random: () => number): string[] {
  const [first = '', second = '', third = ''] = shuffled(random, speakers);
  return [first, first, second, third];
}
