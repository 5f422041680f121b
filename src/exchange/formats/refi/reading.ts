import { metadataFields } from '../../../model/article';
import type { Link } from '../../../model/annotation';
import type { Coding } from '../../../model/article';
import type { Json, JsonObject } from '../../../model/json';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedArticle, ImportedInfo, ImportedRange } from '../../imported';
import type { Losses } from '../../losses';
import { fieldOf, isObject } from '../../reading/json';
import { childrenOf, type XmlElement } from '../../reading/xml';
import { attributeValue, featureAttribute } from '../../spans/features';
import { openArchive, type Archive } from './archive';
import type { CodeMeaning } from './codes';
import { DETAILS, detailsOf } from './details';
import { JOIN } from './elements';
import { fittingCounting, plainText, readDocuments, type Document } from './documents';
import { plainGuid } from './guids';
import { Positions, reading, writing, type Profile } from './positions';
import { readCodes } from './readingCodes';
import { finished, readSelections, type Growing } from './selections';
import { Unique } from './unique';
import { ownProfile } from './writing';

/** A project of any program.
 * @param chosen the program that made it; undefined where that is to be found out */
export async function readProject(
  source: ImportSource,
  { losses, progress }: ReadContext,
  chosen: Profile | undefined,
): Promise<Imported> {
  const archive = await openArchive(source);
  const { project, path } = archive;
  const notes = await Notes.of(archive, losses);
  const details = notes.detailsIn(project);
  const [codes] = childrenOf(project, 'CodeBook').flatMap((book) => childrenOf(book, 'Codes'));
  const { meanings, codebook } = await readCodes(codes, details, (code) => notes.textIn(code));
  const users = named(project, 'Users', 'User');
  const variables = named(project, 'Variables', 'Variable');
  const documents = await readDocuments(archive, losses);
  const own = chosen === undefined ? ownProfile(project.attributes.get('origin') ?? '') : undefined;
  const likely = reading[chosen ?? profileOf(project.attributes.get('origin') ?? '')];
  const counting = own ? writing[own] : fittingCounting(documents, likely);
  const links = childrenOf(project, 'Links').flatMap((list) => childrenOf(list, 'Link'));
  const to = {
    ...{ path, meanings, users, joins: joinsOf(links) },
    note: (guid: string) => notes.text(guid),
    details: (guid: string) => notes.details(guid),
  };
  const read = documents.map((document) => {
    progress(document.name);
    const positions = new Positions(document.raw, document.lf, counting);
    return { document, ...readSelections(document, positions, to, losses) };
  });
  new Links(read, meanings, notes, losses).add(links);
  const paths = new Unique(true);
  const keys = new Unique();
  const articles = read.map(({ document, annotations }): ImportedArticle => {
    const more = notes.detailsIn(document.element);
    const path = fileName(document.name);
    return {
      key: keys.name(document.guid),
      path: own ? document.name : paths.name(path, (n) => path.replace(/(?=\.[^.]*$)/, `-${n}`)),
      text: document.lf,
      info: infoOf(document, variables, losses),
      ...rangesIn(fieldOf(more, 'excluded')),
      ...codingIn(fieldOf(more, 'coding')),
      annotations: annotations.map(finished),
    };
  });
  for (const [name, what] of [
    ['Cases', 'cases'],
    ['Sets', 'sets'],
    ['Graphs', 'graphs'],
  ] as const) {
    losses.add(
      what,
      childrenOf(project, name).reduce((sum, { children }) => sum + children.length, 0),
    );
  }
  losses.add('memos that belong to no annotation', notes.unused);
  return { codebook, articles };
}

/** The program by what it says of itself; any other keeps to the specification. */
function profileOf(origin: string): Profile {
  const program = (['nvivo', 'atlas.ti', 'maxqda'] as const).find((one) => origin.toLowerCase().includes(one));
  return program ?? 'spec';
}

/** The notes of a project. One that was asked for is used. */
class Notes {
  readonly #texts = new Map<string, string>();
  readonly #details = new Map<string, JsonObject>();
  readonly #used = new Set<string>();

  static async of(archive: Archive, losses: Losses): Promise<Notes> {
    const notes = new Notes();
    for (const note of childrenOf(archive.project, 'Notes').flatMap((list) => childrenOf(list, 'Note'))) {
      const guid = plainGuid(note.attributes.get('guid') ?? '');
      const text = await plainText(note, archive);
      const details =
        text !== undefined && note.attributes.get('name') === DETAILS ? detailsOf(text, archive.path) : undefined;
      if (details) notes.#details.set(guid, details);
      else if (text === undefined) losses.add('memos without plain text');
      else notes.#texts.set(guid, text.replace(/\r\n?/g, '\n'));
      losses.leaveOut('codings of memos', childrenOf(note, 'PlainTextSelection').length);
    }
    return notes;
  }

  text(guid: string): string | undefined {
    this.#used.add(guid);
    return this.#texts.get(guid);
  }

  details(guid: string): JsonObject | undefined {
    return this.#details.get(guid);
  }

  has(guid: string): boolean {
    return this.#texts.has(guid);
  }

  /** The text of the notes that an element refers to; undefined where there is none. */
  textIn(element: XmlElement): string | undefined {
    const texts = references(element).flatMap((guid) => this.text(guid) ?? []);
    return texts.length > 0 ? texts.join('\n\n') : undefined;
  }

  detailsIn(element: XmlElement): JsonObject {
    return (
      references(element)
        .map((guid) => this.details(guid))
        .find((found) => found !== undefined) ?? {}
    );
  }

  get unused(): number {
    return [...this.#texts.keys()].filter((guid) => !this.#used.has(guid)).length;
  }
}

function references(element: XmlElement): string[] {
  return childrenOf(element, 'NoteRef').map((ref) => plainGuid(ref.attributes.get('targetGUID') ?? ''));
}

/** Names by GUID. */
function named(project: XmlElement, list: string, item: string): ReadonlyMap<string, string> {
  const items = childrenOf(project, list).flatMap((element) => childrenOf(element, item));
  return new Map(
    items.map(({ attributes }) => {
      const guid = plainGuid(attributes.get('guid') ?? '');
      return [guid, attributes.get('name') || attributes.get('id') || guid];
    }),
  );
}

function endsOf({ attributes }: XmlElement): readonly [from: string, to: string] {
  return [plainGuid(attributes.get('originGUID') ?? ''), plainGuid(attributes.get('targetGUID') ?? '')];
}

function joinsOf(links: readonly XmlElement[]): ReadonlyMap<string, string> {
  const joins = links.filter(({ attributes }) => attributes.get('name') === JOIN).map(endsOf);
  return new Map(joins.map(([first, next]) => [next, first]));
}

interface ReadDocument {
  readonly document: Document;
  readonly bySelection: ReadonlyMap<string, Growing>;
}

/** Puts links into the annotations that they belong to. */
class Links {
  readonly #places = new Map<string, { readonly annotation: Growing; readonly document: Document }>();

  constructor(
    documents: readonly ReadDocument[],
    readonly meanings: ReadonlyMap<string, CodeMeaning>,
    readonly notes: Notes,
    readonly losses: Losses,
  ) {
    for (const { document, bySelection } of documents) {
      for (const [guid, annotation] of bySelection) this.#places.set(guid, { annotation, document });
    }
  }

  add(links: readonly XmlElement[]): void {
    for (const link of links) {
      if (link.attributes.get('name') !== JOIN) this.#add(link);
    }
  }

  #add(link: XmlElement): void {
    const [from, to] = endsOf(link);
    const [origin, target] = [this.#places.get(from), this.#places.get(to)];
    // Some programs link a memo to the selection that it is about, or the other way round.
    const memo = [from, to].find((guid) => this.notes.has(guid));
    const about = origin ?? target;
    if (memo !== undefined && about) about.annotation.notes.push(this.notes.text(memo) ?? '');
    else if (!origin) this.losses.add('links that start at no annotation');
    else if (target && target.document !== origin.document) this.losses.add('links between texts');
    else {
      const end = target ? { annotation: target.annotation.id } : codeEnd(this.meanings.get(to));
      if (!end) this.losses.add('links that lead to no annotation, actor or source');
      else origin.annotation.links.push({ role: link.attributes.get('name') || 'link', ...end, ...this.#more(link) });
    }
  }

  /** What our writer noted of a link. */
  #more(link: XmlElement): Partial<Link> {
    const details = this.notes.detailsIn(link);
    const fields = ['actor', 'source', 'for'].flatMap((name): [string, string][] => {
      const value = fieldOf(details, name);
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    });
    return Object.fromEntries(fields);
  }
}

function codeEnd(meaning: CodeMeaning | undefined): Partial<Link> | undefined {
  const [list, id] = meaning ?? ['types', ''];
  if (id === '') return undefined;
  return list === 'actors' ? { actor: id } : list === 'sources' ? { source: id } : undefined;
}

/** What variables say of a text: fields of ours by their name, all others attributes. */
function infoOf({ element }: Document, variables: ReadonlyMap<string, string>, losses: Losses): ImportedInfo {
  const fields: [string, Json][] = [];
  const attributes: [string, Json][] = [];
  for (const value of childrenOf(element, 'VariableValue')) {
    const [reference] = childrenOf(value, 'VariableRef');
    const name = variables.get(plainGuid(reference?.attributes.get('targetGUID') ?? ''));
    const content = value.children.find((child) => child.name.endsWith('Value'));
    if (!content) continue;
    const field = metadataFields.find((known) => known === name?.trim().toLowerCase());
    const attribute = name === undefined ? undefined : featureAttribute(name);
    if (name === undefined) losses.add('values of variables that are not defined');
    else if (field !== undefined) fields.push([field, content.text]);
    else if (attribute !== undefined) attributes.push([attribute, attributeValue(attribute, content.text)]);
    else attributes.push([name, typedValue(content)]);
  }
  return {
    ...(Object.fromEntries(fields) as ImportedInfo),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  };
}

function typedValue({ name, text }: XmlElement): Json {
  const plain = text.trim();
  if (name === 'BooleanValue') return plain === 'true' || plain === '1';
  const isNumber = (name === 'IntegerValue' || name === 'FloatValue') && plain !== '' && Number.isFinite(Number(plain));
  return isNumber ? Number(plain) : text;
}

function rangesIn(value: Json | undefined): { excluded?: readonly ImportedRange[] } {
  if (!Array.isArray(value)) return {};
  const ranges = (value as readonly Json[]).flatMap((range): ImportedRange[] => {
    if (!isObject(range)) return [];
    const { start, end } = range;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return [];
    const quotation = ['exact', 'prefix', 'suffix'].flatMap((name): [string, string][] => {
      const text = fieldOf(range, name);
      return typeof text === 'string' ? [[name, text]] : [];
    });
    return [{ start: Number(start), end: Number(end), ...Object.fromEntries(quotation) }];
  });
  return ranges.length > 0 ? { excluded: ranges } : {};
}

function codingIn(value: Json | undefined): { coding?: readonly Coding[] } {
  if (!Array.isArray(value)) return {};
  const coding = (value as readonly Json[]).flatMap((entry): Coding[] => {
    if (!isObject(entry)) return [];
    const texts = ['creator', 'status', 'date', 'note'].flatMap((name): [string, string][] => {
      const text = fieldOf(entry, name);
      return typeof text === 'string' ? [[name, text]] : [];
    });
    const made = Object.fromEntries(texts) as Partial<Coding>;
    return made.creator !== undefined && made.status !== undefined ? [made as Coding] : [];
  });
  return coding.length > 0 ? { coding } : {};
}

/** A source's name as that of a text file. */
function fileName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-').trim();
  return /\.(?:txt|md)$/i.test(plain) ? plain : `${plain}.txt`;
}
