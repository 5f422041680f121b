import type { AnalysedAnnotation, AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import { completed } from '../../../../src/anchoring/slices';
import { StatementGatherer } from '../../../../src/analysis/network/gathering';
import type { Network } from '../../../../src/analysis/network/network';
import { networkOf } from '../../../../src/analysis/network/networkOf';
import { readNetworkSettings } from '../../../../src/analysis/network/reading';
import type { Statements } from '../../../../src/analysis/network/statements';
import type { Given } from '../../../../src/analysis/settings';
import type { Codebook } from '../../../../src/model/codebook';

/** A claim as tests write it: "A + B: topic" has two speakers. */
export interface Claim extends Partial<Omit<AnalysedAnnotation, 'links'>> {
  readonly speakers?: readonly string[];
  readonly holders?: readonly string[];
  readonly links?: AnalysedAnnotation['links'];
}

export function claim(id: string, { speakers = [], holders = [], links = [], ...fields }: Claim): AnalysedAnnotation {
  const roles = [
    ...speakers.map((actor) => ({ role: 'speaker', actor })),
    ...holders.map((actor) => ({ role: 'holder', actor })),
    ...links,
  ];
  return { id, type: 'claim', counts: 'yes', standing: 'anchored', start: 0, end: 1, links: roles, ...fields };
}

export function article(
  key: string,
  annotations: readonly AnalysedAnnotation[],
  more: Partial<AnalysedArticle> = {},
): AnalysedArticle {
  return { key, path: key, info: {}, coding: [], codebook: undefined, annotations, ...more };
}

/** Claims as lines "speaker[+speaker] topic [stance [date]]" of one article, known by their numbers from 0. */
export function coded(lines: string): AnalysedArticle {
  const claims = lines
    .trim()
    .split('\n')
    .map((line, number) => {
      const [speakers = '', topic = '', stance = '-', date] = line.trim().split(/ +/);
      return claim(String(number), {
        speakers: speakers.split('+'),
        topic,
        ...(stance === '-' ? {} : { stance }),
        ...(date === undefined ? {} : { date }),
      });
    });
  return article('a.txt', claims);
}

export function codebook(fields: Partial<Codebook>): Codebook {
  return { format: 'policy-codebook', version: 1, ...fields };
}

export function gathered(given: Given, ...articles: readonly AnalysedArticle[]): Statements {
  const gatherer = new StatementGatherer(readNetworkSettings(given));
  for (const one of articles) gatherer.add(one);
  return gatherer.statements();
}

export function network(given: Given, ...articles: readonly AnalysedArticle[]): Network {
  return completed(networkOf(gathered(given, ...articles)));
}

/** The edges as lines "from to weight", in their order. */
export function edgeLines({ rows, columns, edges }: Network): readonly string[] {
  return Array.from(edges.weight, (weight, at) => {
    const [from, to] = [rows[edges.from[at] ?? -1], columns[edges.to[at] ?? -1]];
    return `${from?.label} ${to?.label} ${Number(weight.toFixed(6))}`;
  });
}
