// What went wrong, in words; of the half that rules are tuned on.
import type { Range } from '../../src/model/range';
import type { GoldArticle } from './gold';
import { pairsOf } from './score';
import type { System } from './systems';

/** @param most errors of each kind */
export function explained(
  articles: readonly GoldArticle[],
  withCodebook: System,
  without: System,
  most: number,
): string {
  const errors = new Map<string, string[]>();
  const add = (kind: string, { name, text }: GoldArticle, range: Range, more = ''): void => {
    const before = text.slice(Math.max(0, range.start - 30), range.start);
    const words = text.slice(range.start, range.end);
    const line = `${name.slice(0, 12)}  ${before}[${words}]${text.slice(range.end, range.end + 20)}  ${more}`;
    errors.set(kind, [...(errors.get(kind) ?? []), line.replaceAll('\n', '⏎')]);
  };
  for (const article of articles) {
    const { marks: gold } = article;
    const found = withCodebook(article);
    const known = found.mentions.filter(({ actor }) => actor !== undefined);
    const key = ({ range, actor }: { range: Range; actor: string | undefined }): string =>
      `${range.start}-${range.end} ${actor}`;
    for (const one of gold.mentions)
      if (!known.some((other) => key(other) === key(one))) add('actor missed', article, one.range, one.actor);
    for (const one of known)
      if (!gold.mentions.some((other) => key(other) === key(one))) add('actor wrong', article, one.range, one.actor);
    const names = without(article).mentions;
    const same = (a: Range) => (b: { range: Range }) => a.start === b.range.start && a.end === b.range.end;
    for (const { range } of gold.mentions) if (!names.some(same(range))) add('name missed', article, range);
    for (const { range } of names) if (!gold.mentions.some(same(range))) add('name wrong', article, range);
    const pairs = pairsOf(
      gold.claims.map(({ range }) => range),
      found.claims.map(({ range }) => range),
    );
    gold.claims.forEach(({ range, speakers, attribution }, index) => {
      if (!pairs.some(([marked]) => marked === index))
        add('claim missed', article, range, `${attribution} ${speakers.join(', ')}`);
    });
    found.claims.forEach(({ range, speakers, attribution }, index) => {
      if (!pairs.some(([, claim]) => claim === index))
        add('claim wrong', article, range, `${attribution} ${speakers.join(', ')}`);
    });
    for (const [marked, claim] of pairs) {
      const [a, b] = [gold.claims[marked], found.claims[claim]];
      if (!a || !b) continue;
      const compare = (kind: string, left: readonly string[], right: readonly string[]): void => {
        if ([...left].sort().join() !== [...right].sort().join())
          add(kind, article, a.range, `${right.join('+') || '–'}, not ${left.join('+') || '–'}`);
      };
      compare('speaker', a.speakers, b.speakers);
      compare('addressee', a.addressees, b.addressees);
      compare('holder', a.holders, b.holders);
      compare('stance', [a.stance ?? ''], [b.stance ?? '']);
      compare('attribution', [a.attribution ?? ''], [b.attribution ?? '']);
    }
    const sources = pairsOf(gold.sources, found.sources);
    gold.sources.forEach((range, index) => {
      if (!sources.some(([marked]) => marked === index)) add('source missed', article, range);
    });
    found.sources.forEach((range, index) => {
      if (!sources.some(([, source]) => source === index)) add('source wrong', article, range);
    });
  }
  return [...errors]
    .map(([kind, lines]) => `### ${kind}: ${lines.length}\n${lines.slice(0, most).join('\n')}\n`)
    .join('\n');
}
