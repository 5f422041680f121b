/** An article's text. */
export const liaison = [
  'North Korea and Russia: a liaison',
  'By A. Writer, 20 December 2023',
  'The spokesman of the ministry said on Monday that “North Korea will never give up” its arms.',
  'On Tuesday the envoys of both countries met in Moscow, where Russia offered grain and oil.',
  'Observers in the capital Seoul hold that North Korea wants more than grain from the talks this winter.',
].join('\n');
