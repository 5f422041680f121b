import { annotationTypes } from '../../../model/annotation';
import type { Range } from '../../../model/range';
import { attributes, escaped } from './escape';

/** A stretch of the text that an annotation marks; a target of several ranges gives several. */
export interface Mark extends Range {
  /** The annotation's number on the page. */
  readonly number: number;
  readonly type: string;
  /** Whether the annotation begins here. */
  readonly isFirst: boolean;
}

/** What is boilerplate, and is shown so. */
export const EXCLUDED = 'excluded';

/** The class of a type's marks and cards. */
export function typeClass(type: string): string {
  return (annotationTypes as readonly string[]).includes(type) ? type : 'other';
}

/** From the outside in: the line of what usually holds others runs below theirs. */
const layers: readonly string[] = ['passage', 'other', 'claim', 'source', 'actor'];

/** A text's HTML with its marks, piece by piece: the text is cut wherever a mark begins or ends, so that marks may overlap and nest as they like. Each
 * piece names the annotations that it belongs to, and has one element a type within it. Where an annotation begins, the piece is a link to its card, with
 * the id `t` and its number; of several, the lowest.
 * @param marks within the text, not empty, in any order
 * @param excluded likewise
 * @param told gets, for each annotation, the number in the id of the piece where it begins */
export function* markedText(
  text: string,
  marks: readonly Mark[],
  excluded: readonly Range[],
  told: (number: number, place: number) => void,
): Iterable<string> {
  const starts = [...marks].sort((a, b) => a.start - b.start);
  const edges = [...marks, ...excluded].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  const dull = [...excluded].sort((a, b) => a.start - b.start);
  let active: Mark[] = [];
  let [next, nextDull, dullUntil] = [0, 0, 0];
  for (let n = 0; n + 1 < cuts.length; n++) {
    const [from = 0, to = 0] = [cuts[n], cuts[n + 1]];
    active = active.filter(({ end }) => end > from);
    const beginning: Mark[] = [];
    for (let mark = starts[next]; mark && mark.start <= from; mark = starts[++next]) beginning.push(mark);
    active.push(...beginning);
    for (let one = dull[nextDull]; one && one.start <= from; one = dull[++nextDull])
      dullUntil = Math.max(dullUntil, one.end);
    const content = escaped(text.slice(from, to));
    const shown = dullUntil > from ? `<span class="${EXCLUDED}">${content}</span>` : content;
    yield active.length === 0 ? shown : piece(shown, active, beginning, told);
  }
}

function piece(
  content: string,
  active: readonly Mark[],
  beginning: readonly Mark[],
  told: (number: number, place: number) => void,
): string {
  const classes = active.map(({ type }) => typeClass(type));
  const layered = layers
    .filter((layer) => classes.includes(layer))
    .reduceRight((inner, layer) => {
      const isMany = classes.filter((other) => other === layer).length > 1;
      return `<span class="${layer}${isMany ? ' many' : ''}">${inner}</span>`;
    }, content);
  const numbers = [...new Set(active.map(({ number }) => number))].sort((a, b) => a - b);
  const first = beginning.filter(({ isFirst }) => isFirst).map(({ number }) => number);
  const data = { class: 'm', 'data-a': numbers.join(' ') };
  if (first.length === 0) return `<span${attributes(data)}>${layered}</span>`;
  const place = Math.min(...first);
  for (const number of first) told(number, place);
  return `<a${attributes({ ...data, id: `t${place}`, href: `#n${place}` })}>${layered}</a>`;
}
