import { oneLine } from '../../../model/oneLine';
import type { Losses } from '../../losses';
import { childrenOf, type XmlElement } from '../../reading/xml';
import type { Archive } from './archive';
import { plainGuid } from './guids';
import { Positions, type Counting } from './positions';

/** A text of a project. */
export interface Document {
  /** `TextSource`, or `Representation` of a PDF. */
  readonly element: XmlElement;
  readonly guid: string;
  readonly name: string;
  /** As the program has it. */
  readonly raw: string;
  readonly lf: string;
}

const otherSources: Readonly<Record<string, string>> = {
  PictureSource: 'pictures',
  AudioSource: 'sound recordings with what is coded in them',
  VideoSource: 'videos with what is coded in them',
};

/** The texts of a project; what it has besides is counted. */
export async function readDocuments(archive: Archive, losses: Losses): Promise<Document[]> {
  const found: Document[] = [];
  for (const source of childrenOf(archive.project, 'Sources').flatMap(({ children }) => children)) {
    const other = Object.hasOwn(otherSources, source.name) ? otherSources[source.name] : undefined;
    if (other !== undefined) losses.leaveOut(other);
    if (source.name === 'PDFSource') {
      losses.leaveOut('selections of parts of PDF pages', childrenOf(source, 'PDFSelection').length);
    }
    const element = source.name === 'PDFSource' ? childrenOf(source, 'Representation')[0] : source;
    if (!element || !['TextSource', 'PDFSource'].includes(source.name)) {
      if (source.name === 'PDFSource') losses.leaveOut('PDF files without their text');
      continue;
    }
    losses.add('descriptions of texts', childrenOf(element, 'Description').filter(({ text }) => text !== '').length);
    const raw = await plainText(element, archive);
    if (raw === undefined) {
      losses.leaveOut('texts that are not in the archive');
      losses.leaveOut('annotations of these texts', childrenOf(element, 'PlainTextSelection').length);
      continue;
    }
    const guid = plainGuid(element.attributes.get('guid') ?? '');
    const name = source.attributes.get('name') || element.attributes.get('name') || guid;
    found.push({ element, guid, name, raw, lf: raw.replace(/\r\n?/g, '\n') });
  }
  return found;
}

/** The text of a source or a note, in the file or in one of its own; undefined where there is none. */
export async function plainText(element: XmlElement, archive: Archive): Promise<string | undefined> {
  const [content] = childrenOf(element, 'PlainTextContent');
  const address = element.attributes.get('plainTextPath');
  if (content) return content.text;
  return address === undefined ? undefined : archive.text(address);
}

/** The way of counting in which most selections have a place and the text that they are named after; of equal ones, the first. */
export function fittingCounting(documents: readonly Document[], likely: readonly Counting[]): Counting {
  const [first = { unit: 'code points', crlf: 2 } as const, ...others] = likely;
  // The ways differ only where there is such a thing.
  if (!documents.some(({ raw }) => /\r\n|[\ud800-\udfff]/.test(raw))) return first;
  let [best, most] = [first, fitting(documents, first)];
  for (const counting of others) {
    const count = fitting(documents, counting);
    if (count > most) [best, most] = [counting, count];
  }
  return best;
}

function fitting(documents: readonly Document[], counting: Counting): number {
  let count = 0;
  for (const { element, raw, lf } of documents) {
    const positions = new Positions(raw, lf, counting);
    for (const selection of childrenOf(element, 'PlainTextSelection')) {
      const { attributes } = selection;
      const start = positions.toOffset(Number(attributes.get('startPosition')));
      const end = positions.toOffset(Number(attributes.get('endPosition')));
      if (start === undefined || end === undefined || end < start) continue;
      const name = oneLine(attributes.get('name') ?? '');
      count += name !== '' && name === oneLine(lf.slice(start, end)) ? 2 : 1;
    }
  }
  return count;
}
