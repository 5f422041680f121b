import type { ExportChunk, ExportInput } from '../../format';
import type { Losses } from '../../losses';
import { namesByCodebook } from '../../../model/names';
import { Spool } from '../../writing/spool';
import { inChunks } from '../../writing/streaming';
import { xmlAttributes } from '../../writing/xml';
import { Codes, united } from './codes';
import { linksXml, noteXml, sourceXml, type Known, type Links, type Note, type Source } from './elements';
import { Gathering } from './gathering';
import { nameGuid } from './guids';
import { writing, type Profile } from './positions';

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const NAMESPACE =
  'xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"';

/** What a project of ours says of its origin; {@link ownProfile} reads it. */
const ORIGIN = 'Policy Annotator';

/** The profile that a project of ours was written for; undefined where the project is another's. */
export function ownProfile(origin: string): Profile | undefined {
  const profile = /^Policy Annotator \((.+)\)$/.exec(origin)?.[1];
  return profile !== undefined && Object.hasOwn(writing, profile) ? (profile as Profile) : undefined;
}

const PROJECT = 'project.qde';

/** The files of a project: the texts as they come, then the project itself. What that holds of the articles waits packed until all are
 * read, and as data: as XML it is twice as large. */
export async function* projectFiles(
  { codebooks, articles }: ExportInput,
  profile: Profile,
  losses: Losses,
): AsyncIterable<ExportChunk> {
  const codes = new Codes(codebooks);
  const counting = writing[profile];
  const gathering = new Gathering(codes, counting, losses);
  const namesOf = namesByCodebook();
  const sources = new Spool<Source>();
  const notes = new Spool<readonly Note[]>();
  const links = new Spool<readonly Links[]>();
  for await (const article of articles) {
    const guid = await nameGuid('source', article.path);
    const text = article.text.replaceAll('\n', counting.newline);
    // A reader would take such a start for a byte order mark.
    const isInline = text.startsWith('\uFEFF');
    if (!isInline) yield { path: `sources/${guid}.txt`, chunk: text };
    const gathered = await gathering.article(article, namesOf(article.codebook), guid, text, isInline);
    sources.add(gathered.source);
    if (gathered.notes.length > 0) notes.add(gathered.notes);
    if (gathered.links.length > 0) links.add(gathered.links);
  }
  const known: Known = {
    codes: await codes.guids(),
    users: await namedGuids('user', gathering.users),
    variables: await namedGuids('variable', gathering.variables),
  };
  const note = await nameGuid('details');
  const codebook = united(codebooks);
  notes.add([{ guid: note, details: { ...(codebook ? { codebook } : {}), codes: codes.meanings(known.codes) } }]);

  const origin = `${ORIGIN} (${profile})`;
  const piece = (chunk: string): ExportChunk => ({ path: PROJECT, chunk });
  yield piece(`${HEAD}<Project${xmlAttributes({ name: 'Policy Annotator', origin }, losses)} ${NAMESPACE}>\n`);
  yield* section('Users', known.users, ([name, guid]) => [`<User${xmlAttributes({ guid, name }, losses)}/>\n`]);
  yield piece('<CodeBook>');
  for await (const chunk of codes.xml(known.codes, losses)) yield piece(chunk);
  yield piece('</CodeBook>\n');
  yield* section('Variables', known.variables, ([name, guid]) => {
    return [`<Variable${xmlAttributes({ guid, name, typeOfVariable: 'Text' }, losses)}/>\n`];
  });
  yield* section('Sources', sources.taken(), (source) => sourceXml(source, known, losses));
  yield* section('Notes', notes.taken(), (list) => list.map((one) => noteXml(one, known, losses)));
  yield* section('Links', links.taken(), (list) => linksXml(list, known, losses));
  yield piece(`<NoteRef targetGUID="${note}"/>\n</Project>\n`);
}

/** An element of the project; none where there are no items. */
function* section<T>(name: string, items: Iterable<T>, xml: (item: T) => Iterable<string>): Iterable<ExportChunk> {
  let isEmpty = true;
  for (const item of items) {
    if (isEmpty) yield { path: PROJECT, chunk: `<${name}>\n` };
    isEmpty = false;
    yield* inChunks(PROJECT, xml(item));
  }
  if (!isEmpty) yield { path: PROJECT, chunk: `</${name}>\n` };
}

/** GUIDs of what has a name, by the name. */
async function namedGuids(kind: string, names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all([...names].map(async (name) => [name, await nameGuid(kind, name)] as const)));
}
