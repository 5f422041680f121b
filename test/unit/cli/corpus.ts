import { quoteAll } from '../../../src/anchoring/quoting';
import type { Annotation, Target } from '../../../src/model/annotation';
import type { ArticleInfo, Sidecar } from '../../../src/model/article';
import { sha256 } from '../../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { codebook, mention } from '../sidecar/examples';

export const missiles = 'North Korea fired two missiles, Seoul said.\nRussia 😀 said nothing of it for many days.\n';
export const talks = 'Talks began in Geneva.\nNorth Korea stayed away from them, as it had before.\n';

/** The first place of some words, quoted. */
export function words(text: string, exact: string): Target {
  const start = text.indexOf(exact);
  const [target] = quoteAll(text, [{ start, end: start + exact.length }]);
  if (start < 0 || !target) throw new Error(`Not in the text: ${exact}`);
  return target;
}

export async function sidecarOf(
  file: string,
  text: string,
  annotations: readonly Annotation[],
  info: Partial<ArticleInfo> = {},
): Promise<Sidecar> {
  const article = { file, sha256: await sha256(text), length: text.length, ...info };
  return { format: 'policy-annotations', version: 1, article, annotations };
}

export const book = printCodebook(
  codebook({
    actors: [
      { id: 'north-korea', name: 'North Korea', kind: 'state' },
      { id: 'russia', name: 'Russia', kind: 'state' },
    ],
    topics: [{ id: 'tests', name: 'Missile tests are legitimate' }],
  }),
);

export const mentions: readonly Annotation[] = [
  mention('a', { target: [words(missiles, 'North Korea')], actor: 'north-korea', creator: 'lee', note: 'a note' }),
  mention('b', { target: [words(missiles, 'Russia 😀')], actor: 'russia', creator: 'lee' }),
];
export const claim: Annotation = {
  ...{ id: 'c', type: 'claim', target: [words(talks, 'stayed away')], topic: 'tests', stance: 'oppose' },
  links: [{ role: 'speaker', actor: 'north-korea' }],
};

/** A folder with a codebook, and two annotated articles further in. */
export async function corpusFiles(): Promise<Readonly<Record<string, string>>> {
  return {
    'corpus/policy-codebook.json': book,
    'corpus/in/missiles.txt': missiles,
    'corpus/in/missiles.txt.annotations.json': printSidecar(await sidecarOf('missiles.txt', missiles, mentions)),
    'corpus/talks.txt': talks,
    'corpus/talks.txt.annotations.json': printSidecar(await sidecarOf('talks.txt', talks, [claim])),
  };
}
