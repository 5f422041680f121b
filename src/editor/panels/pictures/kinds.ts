/** The kinds of pictures, and the page of each: charts share one. Each kind has a command and a panel of its own. */
const pages = {
  network: 'network',
  timeline: 'chart',
  matrix: 'chart',
  frequencies: 'chart',
  cooccurrence: 'chart',
  concordance: 'concordance',
  evidence: 'chart',
} as const;

export type PictureKind = keyof typeof pages;
export const pictureKinds = Object.keys(pages) as readonly PictureKind[];

/** The name of its page's files. */
export function pageOf(kind: PictureKind): string {
  return pages[kind];
}

/** Of the panel's type, as VS Code knows it. */
export const PICTURE_TYPE = 'policyAnnotator.picture.';
