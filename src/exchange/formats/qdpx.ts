import { described, optionValue } from '../catalogue';
import type { ExportChunk, ExportInput, Format, ImportSource, ReadContext, WriteContext } from '../format';
import type { Imported } from '../imported';
import { zipped } from '../writing/zip';
import { profiles, type Profile } from './refi/positions';
import { readProject } from './refi/reading';
import { projectFiles } from './refi/writing';

/** REFI-QDA project exchange 1.5 (https://www.qdasoftware.org, schema `urn:QDA-XML:project:1.0`), as NVivo, ATLAS.ti, MAXQDA, QualCoder,
 * Taguette and others write and read it: a zip of `project.qde` and a text for each article, `sources/GUID.txt`, UTF-8 without a byte order
 * mark. (A text that itself begins with U+FEFF stands in the project as `PlainTextContent`.)
 *
 * Positions, end exclusive: code points of the LF text, as the specification says (profiles `spec` and `atlas.ti`); for
 * `nvivo` UTF-16 units of a text with CRLF, which counts two; for `maxqda` code points of a text with CRLF, which counts one. A reader finds out by
 * `origin` and by which way of counting gives most selections a place and the words that they are named after.
 *
 * Codes are the types, with actors and sources of the codebook under theirs, topics, stances, attributions, forms and kinds of sources; an annotation's
 * selection has a coding for each (the type only where the others don't say it; a former id becomes the survivor's). Ranges of one target are joined by links called
 * "(continued)". Links of annotations are links by the name of their role, to a selection or to the code of an actor or a source. Articles' metadata are variables,
 * creators users, notes notes. What the format has no place for stands as JSON in notes called "Policy Annotator: details": the whole codebook, excluded ranges (in
 * UTF-16 units of the LF text), how far coding is, and of annotations summaries, references, addresses, dates, attributes and decisions. So nothing is lost but
 * annotations that have no sure place, links to what isn't there, fields that aren't ours, encodings, and characters that XML lacks.
 *
 * GUIDs are UUIDs of version 8: of an annotation's parts they hold its id (12 of [0-9a-z]; another id stands in the details, its hash in the
 * GUID) and a tag of its article's path, so they stay from export to export, and reading gives our ids back; all others are hashes of names.
 *
 * Reading another program's project: codes are topics, with their hierarchy; each coding is a passage; memos are notes. Pictures, sound and film, areas of PDF pages, cases,
 * sets and graphs are counted. A PDF is read as its text representation, a rich text as its plain text. */
export const qdpx: Format = {
  ...described('qdpx'),
  write,
  read,
};

async function* write(input: ExportInput, { options, losses }: WriteContext): AsyncIterable<ExportChunk> {
  const profile = profileOf(optionValue('qdpx', options, 'profile')) ?? 'spec';
  for await (const chunk of zipped(projectFiles(input, profile, losses))) yield { path: '', chunk };
}

function read(source: ImportSource, context: ReadContext): Promise<Imported> {
  return readProject(source, context, profileOf(optionValue('qdpx', context.options, 'made-by')));
}

function profileOf(choice: string): Profile | undefined {
  return profiles.find((profile) => profile === choice);
}
