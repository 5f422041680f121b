import { metadataFields } from '../../../model/article';
import { effectiveCodebook } from '../../../model/codebook';
import type { Json } from '../../../model/json';
import { isPartialDate } from '../../../model/partialDate';
import { rangeProblem } from '../../../model/range';
import type { ExportArticle } from '../../format';
import { annotationFields, loseFields, loseOfArticle } from '../../losing';
import type { Losses } from '../../losses';
import type { Names } from '../../../model/names';
import { ResolvedArticle } from '../../resolvedArticle';
import { card } from './card';
import { attributes, escaped, webLink } from './escape';
import { markedText, type Mark } from './marks';

const heldOfArticle = {
  info: new Set([...metadataFields, 'attributes', 'excluded']),
  coding: true,
};

/** Where an article stands on the page. */
export interface ArticlePlace {
  /** From 1; the element has the id `a` and this. */
  readonly number: number;
  /** How many annotations stand before its first. */
  readonly before: number;
  readonly heading: 'h1' | 'h2';
}

/** "What Karsk Wants"; an article without a title has its path. */
export function titleOf({ info, path }: ExportArticle): string {
  return info.title?.trim() || path;
}

/** An article's HTML, piece by piece: its text with the marks, and the cards of its annotations. */
export function* articleHtml(
  article: ExportArticle,
  names: Names,
  { number, before, heading }: ArticlePlace,
  losses: Losses,
): Iterable<string> {
  const { text, info, annotations } = article;
  loseOfArticle(article, heldOfArticle, losses);
  for (const annotation of annotations) loseFields(annotation, annotationFields, losses);
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(info.language ?? '') ? info.language : undefined;
  yield `<article id="a${number}">\n<header>\n<${heading} dir="auto">${escaped(titleOf(article))}</${heading}>\n`;
  yield `${byline(article)}</header>\n<div class="columns">\n<div${attributes({ class: 'text', dir: 'auto', lang: language })}>`;
  const pieces = new Map<number, number>();
  const excluded = (info.excluded ?? []).filter((range) => rangeProblem(text, range) === undefined);
  yield* markedText(text, marksOf(article, before), excluded, (one, place) => pieces.set(one, place));
  yield `</div>\n<aside aria-label="Annotations of ${escaped(titleOf(article))}">\n`;
  yield annotations.length === 0 ? '<p class="none">No annotations.</p>' : '<ol class="cards">\n';
  const numbers = new Map(annotations.map(({ id }, n) => [id, before + n + 1]));
  const resolved = new ResolvedArticle(article, names);
  for (const [n, annotation] of annotations.entries()) {
    const own = before + n + 1;
    yield card(annotation, resolved, { number: own, piece: pieces.get(own), cardOf: (id) => numbers.get(id) });
  }
  yield `${annotations.length === 0 ? '' : '</ol>'}</aside>\n</div>\n</article>\n`;
}

/** What isn't anchored stands at no place for sure, and has a card alone. */
function marksOf({ text, annotations }: ExportArticle, before: number): Mark[] {
  return annotations.flatMap(({ type, target, standing }, n) =>
    standing !== 'anchored'
      ? []
      : target
          .filter((range) => rangeProblem(text, range) === undefined)
          .map(({ start, end }, nth) => ({ start, end, type, number: before + n + 1, isFirst: nth === 0 })),
  );
}

/** Who wrote it, where and when; and what is noted of it. */
function byline({ info, coding, codebook }: ExportArticle): string {
  const { author, publisher, section, date, url } = info;
  const said = [author, publisher, section].flatMap((part) => (part ? [`<bdi>${escaped(part)}</bdi>`] : []));
  if (date && isPartialDate(date)) said.push(`<time datetime="${date}">${date}</time>`);
  else if (date) said.push(`<bdi>${escaped(date)}</bdi>`);
  if (url) said.push(webLink(url));
  const definitions = effectiveCodebook(codebook).attributes;
  const noted = Object.entries(info.attributes ?? {}).map(([id, value]) => {
    const name = definitions.find((other) => other.id === id)?.name ?? id;
    return `<li>${escaped(name)}: <bdi>${escaped(plain(value))}</bdi></li>`;
  });
  const status = coding.map(({ creator, status, date: day, note }) => {
    const details = [day, note].filter((part) => part !== undefined && part !== '').join(', ');
    return `<li>Coding by <bdi>${escaped(creator)}</bdi>: ${escaped(status)}${details && ` (${escaped(details)})`}</li>`;
  });
  const list = [...noted, ...status].join('');
  return (
    (said.length > 0 ? `<p class="byline">${said.join(' · ')}</p>\n` : '') +
    (list === '' ? '' : `<details><summary>About this article</summary><ul>${list}</ul></details>\n`)
  );
}

function plain(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
