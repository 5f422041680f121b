/** All words of pictures but those of the network; {0} stands for a number, in titles {0} and {1} for variables and the like. */
export interface PictureWords {
  readonly timeline: string;
  readonly matrix: string;
  readonly frequencies: string;
  readonly cooccurrence: string;
  readonly evidence: string;
  readonly contradictions: string;
  readonly claims: string;
  /** What the others are together: how many values they are. */
  readonly others: string;
  readonly none: string;
  readonly movingAverage: string;
  readonly noDate: string;
  readonly allFor: string;
  readonly allAgainst: string;
  readonly between: string;
  readonly cellHelp: string;
  readonly together: string;
  readonly alone: string;
  readonly support: string;
  readonly said: string;
  readonly verdict: string;
  readonly for: string;
  readonly against: string;
  readonly both: string;
  readonly neither: string;
  readonly isSaid: string;
  readonly isNotSaid: string;
  readonly linked: string;
  /** Of what is counted: see `frequencyMeasures`. */
  readonly measures: Readonly<Record<string, string>>;
}

export const englishWords: PictureWords = {
  timeline: 'Claims by date and {0}',
  matrix: 'Claims by {0} and {1}',
  frequencies: 'Frequencies of {0}',
  cooccurrence: 'Co-occurrence of {0} within one {1}',
  evidence: 'Evidence by {0}',
  contradictions: 'For and against one topic',
  claims: 'Claims',
  others: '{0} others',
  none: '(none)',
  movingAverage: 'Average of {0} periods, all together',
  noDate: 'no date',
  allFor: 'all for',
  allAgainst: 'all against',
  between: 'in between',
  cellHelp: '+ for, − against, ○ neutral, ? without a stance',
  together: 'contexts with both',
  alone: 'contexts with one',
  support: 'What speaks for and against',
  said: 'Where it was said',
  verdict: 'Verdict',
  for: 'for',
  against: 'against',
  both: 'for and against',
  neither: 'nothing',
  isSaid: 'known',
  isNotSaid: 'not known',
  linked: 'linked as a contradiction',
  measures: {
    mentions: 'Mentions',
    claims: 'Claims',
    passages: 'Passages',
    said: 'Said there',
    evidence: 'Evidence',
    counterevidence: 'Counterevidence',
    articles: 'Articles',
  },
};

/** A title with what it is of. */
export function titled(text: string, ...of: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (place, n: string) => of[Number(n)] ?? place);
}

/** A text with a number in place of {0}. */
export function numbered(text: string, number: number): string {
  return text.replace('{0}', String(number));
}
