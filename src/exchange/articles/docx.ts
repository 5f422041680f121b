import { zipSync } from 'fflate';
import type { ImportSource } from '../format';
import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import { Losses } from '../losses';
import type { XmlElement } from '../reading/xml';
import { zipSource } from '../reading/zip';
import { pageOf } from './htmlTree';
import type { WordLibrary } from './libraries';
import { dublinCoreOf, partOf } from './officeParts';
import { plainTextOf } from './plainText';
import type { ReadArticle, ReadingContext } from './readArticle';

const CORE_PROPERTIES = 'docProps/core.xml';

/** A Word document (WordprocessingML, ECMA-376 part 1) by mammoth: paragraphs, headings, lists and tables, insertions taken and deletions left,
 * notes at the end. Pictures, comments, heads and feet of pages are counted and left out. */
export async function readDocx(bytes: Uint8Array, name: string, { libraries }: ReadingContext): Promise<ReadArticle> {
  const source = zipSource(bytes, name);
  const notes = new Losses();
  const { value, messages } = await converted(await checkedParts(source, notes), name, await libraries.word());
  notes.add('pictures', value.split('<img').length - 1);
  notes.add('parts of Word documents that aren’t understood', messages.filter(isUnknownPart).length);
  // Word's way back from a note to its mark.
  const markup = value.replace(/ ?<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, '').replace(/<img[^<>]*>/g, '');
  const text = plainTextOf(pageOf(markup, name, await libraries.pages()).page);
  if (text === '') throw new InputError('The document has no text', { path: name });
  return { text, info: await infoOf(source), notes: notes.all };
}

/** The document's parts as an archive that holds what it says: each was unpacked under our limits, and is XML without a document type. Media
 * aren't in it. */
async function checkedParts(source: ImportSource, notes: Losses): Promise<ArrayBuffer> {
  const kept: [string, Uint8Array][] = [];
  for (const path of source.paths) {
    if (!/\.(?:xml|rels)$/i.test(path) || path.startsWith('customXml/')) continue;
    const part = await partOf(source, path);
    kept.push([path, await source.bytes(path)]);
    if (part.name === 'comments') notes.add('comments', part.children.length);
    if (part.name === 'hdr' || part.name === 'ftr') notes.add('heads and feet of pages', hasText(part) ? 1 : 0);
  }
  return zipSync(Object.fromEntries(kept), { level: 0 }).slice().buffer;
}

async function converted(
  archive: ArrayBuffer,
  name: string,
  mammoth: WordLibrary,
): ReturnType<WordLibrary['convertToHtml']> {
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    return await mammoth.convertToHtml({ arrayBuffer: archive }, { convertImage, includeEmbeddedStyleMap: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`The Word document can't be read: ${reason}`, { path: name });
  }
}

function isUnknownPart({ message }: { readonly message: string }): boolean {
  return message.startsWith('An unrecognised element was ignored');
}

function hasText(part: XmlElement): boolean {
  return (part.name === 't' && part.text.trim() !== '') || part.children.some(hasText);
}

async function infoOf(source: ImportSource): Promise<ImportedInfo> {
  return source.paths.includes(CORE_PROPERTIES) ? dublinCoreOf(await partOf(source, CORE_PROPERTIES)) : {};
}
