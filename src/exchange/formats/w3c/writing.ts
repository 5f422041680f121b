import type { PlacedAnnotation, Target } from '../../../model/annotation';
import { CodePoints } from '../../codePoints';
import type { ExportArticle, ExportChunk, ExportInput } from '../../format';
import type { Losses } from '../../losses';
import { namesByCodebook } from '../../../model/names';
import { utcTime } from '../../reading/times';
import { ResolvedArticle } from '../../resolvedArticle';
import { bodiesOf, motivationOf } from './bodies';
import { annotationIri, articleIri, COLLECTION } from './iris';
import { CONTEXT, isDateTime, ours, type Positions } from './vocabulary';

const FEW = 65_536;

/** One AnnotationCollection with its one page in it, an annotation a line; `total`, which is known last, stands last. */
export async function* collection(
  { codebooks, articles }: ExportInput,
  positions: Positions,
  losses: Losses,
): AsyncIterable<ExportChunk> {
  const namesOf = namesByCodebook();
  const head = { '@context': [CONTEXT, ours], id: COLLECTION, type: 'AnnotationCollection' };
  const page = { id: `${COLLECTION}?page=1`, type: 'AnnotationPage', partOf: COLLECTION, startIndex: 0 };
  const policyExport = { version: 1, positions, codebooks };
  let chunk = `${open({ ...head, label: 'Policy annotations', policyExport })},"first":${open(page)},"items":[`;
  let total = 0;
  const bare: object[] = [];
  for await (const article of articles) {
    const about = aboutArticle(article, positions);
    if (article.annotations.length === 0) bare.push(about);
    const writer = new AnnotationWriter(new ResolvedArticle(article, namesOf(article.codebook)), positions, losses);
    for (const [n, annotation] of article.annotations.entries()) {
      const item = { ...writer.written(annotation), ...(n === 0 ? { policyArticle: about } : {}) };
      chunk += `${total === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`;
      total += 1;
      if (chunk.length < FEW) continue;
      yield { path: '', chunk };
      chunk = '';
    }
  }
  const rest = bare.length > 0 ? `"policyArticles":${JSON.stringify(bare)},` : '';
  yield { path: '', chunk: `${chunk}\n]},${rest}"total":${total}}\n` };
}

/** An object's JSON without its last brace. */
function open(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}

/** What offsets of a text become. */
function counted(text: string, positions: Positions): (offset: number) => number {
  if (positions === 'utf-16') return (offset) => offset;
  const points = new CodePoints(text);
  return (offset) => points.fromUnits(offset);
}

/** What the standard has no place for: the article's metadata, excluded ranges and how far coding is. */
function aboutArticle({ path, text, info, coding }: ExportArticle, positions: Positions): object {
  const count = counted(text, positions);
  const excluded = info.excluded?.map((one) => ({ ...one, start: count(one.start), end: count(one.end) }));
  return { path, info: { ...info, ...(excluded ? { excluded } : {}) }, ...(coding.length > 0 ? { coding } : {}) };
}

class AnnotationWriter {
  readonly #count: (offset: number) => number;
  readonly #source: string;

  constructor(
    private readonly resolved: ResolvedArticle,
    positions: Positions,
    private readonly losses: Losses,
  ) {
    const { path, text, info } = resolved.article;
    this.#count = counted(text, positions);
    this.#source = articleIri({ path, url: info.url });
  }

  /** An annotation of the standard, which can stand alone too. */
  written(annotation: PlacedAnnotation): object {
    const { path } = this.resolved.article;
    const { target, standing, text, creator, created, modified, ...fields } = annotation;
    const times = Object.entries({ created, modified }).filter(([, time]) => time !== undefined);
    // What comes back as it was from its place in the standard needs no other.
    const others = times.filter(([, time]) => time !== undefined && utcTime(time) !== time);
    const body = bodiesOf(annotation, this.resolved);
    const targets = target.map((range) => this.#target(range, standing === 'anchored'));
    if (standing !== 'anchored') {
      this.losses.add('offsets of annotations whose place in the text isn’t sure (their quotations are written)');
    }
    return {
      '@context': CONTEXT,
      id: annotationIri(path, annotation.id),
      type: 'Annotation',
      motivation: motivationOf(annotation.type),
      ...(creator === undefined ? {} : { creator: { type: 'Person', name: creator } }),
      ...Object.fromEntries(times.filter(([, time]) => isDateTime(time))),
      ...(body.length > 0 ? { body } : {}),
      target: targets.length === 1 ? targets[0] : targets,
      policy: { article: path, fields: { ...fields, ...Object.fromEntries(others) } },
    };
  }

  #target({ start, end, exact, prefix, suffix }: Target, isSure: boolean): object {
    const position = { type: 'TextPositionSelector', start: this.#count(start), end: this.#count(end) };
    const quotation = { type: 'TextQuoteSelector', exact, prefix, suffix };
    return { source: this.#source, selector: isSure ? [position, quotation] : [quotation] };
  }
}
