import { oneLine } from '../../model/oneLine';
import type { ImportSource } from '../format';
import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import { textOf } from '../reading/text';
import { childrenOf, xmlOf, type XmlElement } from '../reading/xml';
import { dateIn } from './dates';
import { given, languageTag } from './metadataFields';

/** A part of a package as XML. Throws an {@link InputError} with the part's name where it isn't there or broken. */
export async function partOf(source: ImportSource, path: string): Promise<XmlElement> {
  const place = `${source.name}, ${path}`;
  if (!source.paths.includes(path)) throw new InputError('The file has no such part', { path: place });
  return xmlOf(textOf(await source.bytes(path), place), place);
}

/** What Dublin Core elements in an element tell: a package's core properties (ECMA-376 part 2) or an EPUB's metadata. */
export function dublinCoreOf(element: XmlElement): ImportedInfo {
  const texts = (name: string): string[] =>
    childrenOf(element, name)
      .map(({ text }) => oneLine(text))
      .filter((text) => text !== '');
  const [title] = texts('title');
  const dates = [...texts('date'), ...texts('issued'), ...texts('created')];
  return given({
    title,
    author: [...new Set(texts('creator'))].join(', '),
    publisher: texts('publisher').join(', '),
    date: dates.map((date) => dateIn(date)).find((date) => date !== undefined),
    language: texts('language').map(languageTag)[0],
  });
}
