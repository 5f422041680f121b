import type { ImportSource, ReadContext } from '../../format';
import { InputError } from '../../inputError';
import { chosenFiles } from '../../reading/files';
import { textOf } from '../../reading/text';
import { numberedPath } from '../../spans/documentInfo';
import type { Span, SpanDocument } from '../../spans/spanDocument';
import { DOCUMENT_START } from '../conll';

interface Row {
  readonly form: string;
  readonly cells: readonly string[];
  readonly line: number;
}

type Sentence = readonly Row[];

/** What is made of more hardly fits into memory. */
const MAX_TOKENS = 2_000_000;

/** A label of IOB1, IOB2, IOBES or BILOU; `_` for none in some files. */
const TAG = /^(?:[O_]|([BIESLUMW])-(.+))$/u;

/** Throws an {@link InputError} with the line. */
export async function documentsOf(source: ImportSource, { progress }: ReadContext): Promise<SpanDocument[]> {
  const documents: SpanDocument[] = [];
  for (const path of chosenFiles(source, ['conll', 'txt', 'iob', 'bio', 'tsv', 'testa', 'testb', 'train'])) {
    progress(path);
    const articles = articlesOf(textOf(await source.bytes(path), path), path);
    for (const [n, sentences] of articles.entries()) {
      const name = numberedPath(path, n + 1, articles.length);
      documents.push(documentOf(sentences, `${path}#${n + 1}`, name, path));
    }
  }
  if (documents.length === 0) throw new InputError('There is no token in it', { path: source.name });
  return documents;
}

/** The sentences of each article. Comments (`# …`, as CoNLL-U has them) are passed over. */
function articlesOf(text: string, path: string): Sentence[][] {
  const articles: Sentence[][] = [[]];
  let sentence: Row[] = [];
  let count: number | undefined;
  let tokens = 0;
  const endSentence = (): void => {
    if (sentence.length > 0) articles.at(-1)?.push(sentence);
    sentence = [];
  };
  for (const [n, content] of text.split(/\r\n|\n|\r/).entries()) {
    const cells = content.includes('\t') ? content.split('\t') : content.trim().split(/ +/);
    while (cells.at(-1)?.trim() === '') cells.pop();
    const [form = ''] = cells;
    if (cells.length === 0) endSentence();
    else if (form === DOCUMENT_START) {
      endSentence();
      articles.push([]);
    } else if (form.startsWith('#') && !TAG.test(cells.at(-1) ?? '')) continue;
    else {
      count ??= cells.length;
      const place = { path, line: n + 1 };
      if (form.trim() === '') throw new InputError('The line has no token', place);
      if (cells.length < 2) throw new InputError('The line has a token but no label', place);
      if (cells.length !== count) {
        throw new InputError(`The line has ${cells.length} columns, others have ${count}; is the file cut off?`, place);
      }
      tokens += 1;
      if (tokens > MAX_TOKENS) throw new InputError(`The file has more than ${MAX_TOKENS} tokens; split it`, { path });
      sentence.push({ form, cells, line: n + 1 });
    }
  }
  endSentence();
  return articles.filter((sentences) => sentences.length > 0);
}

function documentOf(sentences: readonly Sentence[], key: string, path: string, file: string): SpanDocument {
  let text = '';
  const places = sentences.map((sentence, n) => {
    if (n > 0) text += '\n';
    return sentence.map(({ form }, at) => {
      if (at > 0 && isSpaced(sentence[at - 1]?.form ?? '', form)) text += ' ';
      const start = text.length;
      text += form;
      return { start, end: text.length };
    });
  });
  const spans: Span[] = [];
  const count = sentences[0]?.[0]?.cells.length ?? 0;
  const columns = count > 4 ? Array.from({ length: count - 3 }, (_, n) => n + 3) : [count - 1];
  for (const [n, sentence] of sentences.entries()) {
    for (const column of columns) {
      for (const { label, from, to } of labelsOf(sentence, column, file)) {
        const [start, end] = [places[n]?.[from]?.start ?? 0, places[n]?.[to]?.end ?? 0];
        spans.push({ id: `label ${spans.length + 1}`, type: label, ranges: [{ start, end }], features: new Map() });
      }
    }
  }
  return { key, path, text, spans, relations: [] };
}

/** Whether a space stands between two tokens, as far as one can tell. */
function isSpaced(before: string, after: string): boolean {
  return !/^(?:[.,;:!?%)\]}”’…]+|['’]\p{L}{1,2}|n['’]t)$/u.test(after) && !/^[([{“‘]+$/u.test(before);
}

/** The labels of a sentence in a column, from their first to their last token. */
function labelsOf(sentence: Sentence, column: number, path: string): { label: string; from: number; to: number }[] {
  const found: { label: string; from: number; to: number }[] = [];
  let isOpen = false;
  for (const [n, { cells, line }] of sentence.entries()) {
    const tag = cells[column] ?? '';
    const match = TAG.exec(tag);
    if (!match) throw new InputError(`“${tag}” is no label of IOB (O, B-…, I-…)`, { path, line });
    const [, kind, label = ''] = match;
    const last = found.at(-1);
    const goesOn = isOpen && last?.label === label && kind !== undefined && 'IEML'.includes(kind);
    if (goesOn) last.to = n;
    else if (kind !== undefined) found.push({ label, from: n, to: n });
    isOpen = kind !== undefined && !'ELSUW'.includes(kind);
  }
  return found;
}
