import { rangeProblem, type Range } from '../../../model/range';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { CountedText } from '../../reading/lineBreaks';
import { isGrammar, isStructure, SPAN_LAYER } from '../../spans/layers/names';
import { articlePath } from '../../spans/layers/paths';
import { LayerReader } from '../../spans/layers/reading';
import type { SpanDocument } from '../../spans/spanDocument';
import { Annotations } from './annotations';
import { unescapeText } from './escaping';
import { headerOf } from './header';
import { SentenceTexts } from './text';

/** A file as a document. A file of ours has the whole text in its sentences; to another one's, INCEpTION's reader adds a line feed
 * after the last sentence, and so do we. Throws an {@link InputError} with the line. */
export function documentOfTsv(content: string, path: string, losses: Losses): SpanDocument {
  const lines = content.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const { layers, columns, isOld } = headerOf(lines, path);
  const isOurs = layers.some(({ name }) => name === SPAN_LAYER);
  const texts = new SentenceTexts();
  const annotations = new Annotations(layers, path);
  let header: string[] | undefined = [];
  let token: Range | undefined;
  for (let n = 1 + layers.length; n < lines.length; n++) {
    const line = lines[n] ?? '';
    const place: InputPlace = { path, line: n + 1 };
    if (line === '') {
      if (header && header.length > 0) throw new InputError('The sentence has no tokens', place);
      header = [];
      continue;
    }
    if (header && line.startsWith('#')) {
      if (line.startsWith('#Text=')) header.push(unescapeText(line.slice('#Text='.length), isOld));
      continue;
    }
    const fields = line.split('\t');
    const [unit = '', offsets = ''] = fields;
    if (!/^\d{1,9}-\d{1,9}(?:\.\d{1,9})?$/.test(unit)) {
      throw new InputError(`A row begins with what is no token’s number: ${unit.slice(0, 40)}`, place);
    }
    if (fields.length < columns + 3)
      throw new InputError(`The row has ${fields.length} columns of ${columns + 3}`, place);
    if (header) {
      texts.add(header.join('\n'), Number(/^\d{1,12}/.exec(offsets)?.[0] ?? NaN), place);
      header = undefined;
    }
    const range = texts.rangeOf(offsets, place);
    if (!unit.includes('.')) token = range;
    else if (!token || range.start < token.start || range.end > token.end) {
      throw new InputError(`The offsets ${offsets} don’t fit the token`, place);
    }
    annotations.addRow(unit, range, fields.slice(3), n + 1);
  }
  if (header && header.length > 0) throw new InputError('The sentence has no tokens', { path, line: lines.length });
  const counted = new CountedText(texts.text + (isOurs || texts.text === '' ? '' : '\n'), isOurs);
  const reader = new LayerReader(losses);
  for (const { key, layer, start, end, features } of annotations.all) {
    if (isStructure(layer)) continue;
    if (isGrammar(layer)) losses.add('annotations of grammar (parts of speech, lemmas, syntax)');
    else if (rangeProblem(counted.raw, { start, end }) === 'empty') losses.leaveOut('annotations of no text');
    else reader.add({ key, layer, range: { start: counted.toText(start), end: counted.toText(end) }, features });
  }
  for (const relation of annotations.relations()) {
    if (isGrammar(relation.layer)) losses.add('annotations of grammar (parts of speech, lemmas, syntax)');
    else reader.relate(relation);
  }
  return {
    key: path,
    path: articlePath(path),
    text: counted.text,
    spans: reader.spans(),
    relations: reader.relations(),
  };
}
