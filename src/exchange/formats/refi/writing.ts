import type { Link, PlacedAnnotation } from '../../../model/annotation';
import { metadataFields } from '../../../model/article';
import type { ExportArticle, ExportChunk, ExportInput } from '../../format';
import { loseFields, loseOfArticle, UNPLACED } from '../../losing';
import type { Losses } from '../../losses';
import { namesByCodebook, type Names } from '../../names';
import { attributeFeatures, textFields } from '../../spans/features';
import { shortened } from '../../../model/shortened';
import { Spool } from '../../writing/spool';
import { xmlAttributes, xmlText } from '../../writing/xml';
import { Codes, united, type CodeList } from './codes';
import { annotationDetails, codeFields, detailsXml, isCoded, isTime, noteXml, type CodeField } from './details';
import { annotationGuid, idWords, nameGuid, type IdWords, type Thing } from './guids';
import { Positions, writing, type Profile } from './positions';

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

/** What a link between the ranges of one target is called. */
export const JOIN = '(continued)';

const heldFields: ReadonlySet<string> = new Set([...textFields, 'links', 'attributes', 'supersedes', 'orphaned']);
const heldInfo: ReadonlySet<string> = new Set([...metadataFields, 'attributes', 'excluded']);

/** The files of a project: the texts as they come, then the project itself. */
export async function* projectFiles(
  { codebooks, articles }: ExportInput,
  profile: Profile,
  losses: Losses,
): AsyncIterable<ExportChunk> {
  const codes = await Codes.of(codebooks);
  const project = new Project(codes, profile, losses);
  const namesOf = namesByCodebook();
  for await (const article of articles) {
    const guid = await nameGuid('source', article.path);
    const text = article.text.replaceAll('\n', writing[profile].newline);
    // A reader would take such a start for a byte order mark.
    const isInline = text.startsWith('\uFEFF');
    if (!isInline) yield { path: `sources/${guid}.txt`, chunk: text };
    await project.add(article, guid, isInline ? text : undefined, namesOf(article.codebook));
  }
  const codebook = united(codebooks);
  for await (const chunk of project.xml({ ...(codebook ? { codebook } : {}), codes: codes.meanings() })) {
    yield { path: 'project.qde', chunk };
  }
}

/** The parts of a project that grow while articles are read; all but names of people and variables wait packed. */
class Project {
  readonly #users = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  readonly #sources = new Spool();
  readonly #notes = new Spool();
  readonly #links = new Spool();

  constructor(
    readonly codes: Codes,
    readonly profile: Profile,
    readonly losses: Losses,
  ) {}

  /** @param inline the text where it has no file of its own */
  async add(article: ExportArticle, guid: string, inline: string | undefined, names: Names): Promise<void> {
    const { losses } = this;
    const counting = writing[this.profile];
    const raw = inline ?? article.text.replaceAll('\n', counting.newline);
    const positions = new Positions(raw, article.text, counting);
    const placed = article.annotations.filter(({ standing }) => standing === 'anchored');
    losses.add(UNPLACED, article.annotations.length - placed.length);
    loseOfArticle(article, { info: heldInfo, coding: true }, losses);
    const words = new Map<string, IdWords>();
    for (const { id } of placed) words.set(id, await idWords(id));
    const file = inline === undefined ? `internal://${guid}.txt` : undefined;
    this.#sources.add(`<TextSource${xmlAttributes({ guid, name: article.path, plainTextPath: file }, losses)}>\n`);
    if (inline !== undefined) this.#sources.add(`<PlainTextContent>${xmlText(inline, losses)}</PlainTextContent>\n`);
    const tag = guid.slice(0, 5);
    for (const annotation of placed) await this.#addAnnotation(annotation, words, tag, positions, names);
    const { excluded } = article.info;
    const details = {
      ...(excluded ? { excluded } : {}),
      ...(article.coding.length > 0 ? { coding: article.coding } : {}),
    };
    if (Object.keys(details).length > 0) {
      const note = await nameGuid('details', article.path);
      this.#sources.add(`<NoteRef targetGUID="${note}"/>\n`);
      this.#notes.add(detailsXml(note, details, losses));
    }
    for (const [name, value] of variablesOf(article)) {
      const variable = await kept(this.#variables, name, 'variable');
      const text = xmlText(value, losses);
      this.#sources.add(
        `<VariableValue><VariableRef targetGUID="${variable}"/><TextValue>${text}</TextValue></VariableValue>\n`,
      );
    }
    this.#sources.add('</TextSource>\n');
  }

  async #addAnnotation(
    annotation: PlacedAnnotation,
    words: ReadonlyMap<string, IdWords>,
    article: string,
    positions: Positions,
    names: Names,
  ): Promise<void> {
    const { losses } = this;
    loseFields(annotation, heldFields, losses);
    const { id, target, creator, created, modified, note } = annotation;
    const own = words.get(id) ?? (await idWords(id));
    const guid = (thing: Thing, n?: number): string => annotationGuid(own, article, thing, n);
    const user = creator === undefined ? undefined : await kept(this.#users, creator, 'user');
    const codes = await this.#codesOf(annotation, names);
    const times = {
      creationDateTime: isTime(created) ? created : undefined,
      modifiedDateTime: isTime(modified) ? modified : undefined,
    };
    const details = annotationDetails(annotation, !own.isHashed);
    for (const [n, { start, end, exact }] of target.entries()) {
      const attributes = {
        guid: guid('range', n),
        name: shortened(exact.replace(/\s+/g, ' ').trim(), 80),
        startPosition: positions.fromOffset(start),
        endPosition: positions.fromOffset(end),
        creatingUser: user,
        ...times,
      };
      const codings = codes.map((code, at) => {
        const coding = xmlAttributes({ guid: guid('coding', n * CODES + at), creatingUser: user }, losses);
        return `<Coding${coding}><CodeRef targetGUID="${code}"/></Coding>`;
      });
      const isFirst = n === 0;
      if (isFirst && note !== undefined) codings.push(`<NoteRef targetGUID="${guid('note')}"/>`);
      if (isFirst && details) codings.push(`<NoteRef targetGUID="${guid('details')}"/>`);
      const selection = xmlAttributes(attributes, losses);
      this.#sources.add(`<PlainTextSelection${selection}>${codings.join('')}</PlainTextSelection>\n`);
      if (!isFirst) this.#links.add(linkXml(guid('join', n), JOIN, guid('range'), guid('range', n), losses));
    }
    if (note !== undefined) this.#notes.add(noteXml(guid('note'), 'Note', note, losses, user));
    if (details) this.#notes.add(detailsXml(guid('details'), details, losses));
    for (const [n, link] of (annotation.links ?? []).entries()) {
      const to = await this.#endOf(link, words, article, names);
      if (!to) {
        losses.add('links to annotations that aren’t there');
        continue;
      }
      const more = Object.keys(to.more).length > 0 ? guid('link details', n) : undefined;
      if (more !== undefined) this.#notes.add(detailsXml(more, to.more, losses));
      this.#links.add(linkXml(guid('link', n), link.role, guid('range'), to.guid, losses, more));
    }
  }

  /** The codes of an annotation: its type unless another code says it, its item, and values of its fields. */
  async #codesOf(annotation: PlacedAnnotation, names: Names): Promise<string[]> {
    const { type } = annotation;
    const codes: string[] = [];
    let implied: string | undefined;
    for (const field of fields) {
      const id = annotation[field];
      if (id === undefined || !isCoded(type, field)) continue;
      const list: CodeList = codeFields[field];
      if (field === 'actor' || field === 'source') implied = field;
      if (field === 'topic') implied = 'passage';
      const item = field === 'actor' || field === 'topic' || field === 'source' ? names[field](id) : undefined;
      codes.push(await this.codes.guid(list, item?.id ?? id, item?.name));
    }
    return implied === type ? codes : [await this.codes.guid('types', type), ...codes];
  }

  /** Where a link leads, and what that doesn't say; undefined where it is nowhere. */
  async #endOf(
    { annotation, actor, source, for: principal }: Link,
    words: ReadonlyMap<string, IdWords>,
    article: string,
    names: Names,
  ): Promise<{ readonly guid: string; readonly more: object } | undefined> {
    const onBehalf = principal === undefined ? {} : { for: principal };
    const to = annotation === undefined ? undefined : words.get(annotation);
    if (to) {
      const others = { ...(actor === undefined ? {} : { actor }), ...(source === undefined ? {} : { source }) };
      return { guid: annotationGuid(to, article, 'range'), more: { ...others, ...onBehalf } };
    }
    if (actor !== undefined) {
      const { id, name } = names.actor(actor);
      return { guid: await this.codes.guid('actors', id, name), more: onBehalf };
    }
    if (source === undefined) return undefined;
    const { id, name } = names.source(source);
    return { guid: await this.codes.guid('sources', id, name), more: onBehalf };
  }

  /** The project, in the order of the schema.
   * @param details what the project as a whole has no place for */
  async *xml(details: object): AsyncIterable<string> {
    const { losses } = this;
    const note = await nameGuid('details');
    const origin = `${ORIGIN} (${this.profile})`;
    yield `${HEAD}<Project${xmlAttributes({ name: 'Policy Annotator', origin }, losses)} ${NAMESPACE}>\n`;
    if (this.#users.size > 0) yield '<Users>\n';
    for (const [name, guid] of this.#users) yield `<User${xmlAttributes({ guid, name }, losses)}/>\n`;
    if (this.#users.size > 0) yield '</Users>\n';
    yield '<CodeBook>';
    yield* this.codes.xml(losses);
    yield '</CodeBook>\n';
    if (this.#variables.size > 0) yield '<Variables>\n';
    for (const [name, guid] of this.#variables) {
      yield `<Variable${xmlAttributes({ guid, name, typeOfVariable: 'Text' }, losses)}/>\n`;
    }
    if (this.#variables.size > 0) yield '</Variables>\n';
    this.#notes.add(detailsXml(note, details, losses));
    yield* section('Sources', this.#sources);
    yield* section('Notes', this.#notes);
    yield* section('Links', this.#links);
    yield `<NoteRef targetGUID="${note}"/>\n</Project>\n`;
  }
}

const fields = Object.keys(codeFields) as CodeField[];
/** More codes than an annotation has. */
const CODES = 16;

function* section(name: string, spool: Spool): Iterable<string> {
  if (spool.isEmpty) return;
  yield `<${name}>\n`;
  yield* spool.taken();
  yield `</${name}>\n`;
}

function linkXml(guid: string, name: string, from: string, to: string, losses: Losses, note?: string): string {
  const attributes = { guid, name, direction: 'OneWay', originGUID: from, targetGUID: to };
  const content = note === undefined ? '/>' : `><NoteRef targetGUID="${note}"/></Link>`;
  return `<Link${xmlAttributes(attributes, losses)}${content}\n`;
}

/** What is known of an article, by the names of variables. */
function variablesOf({ info }: ExportArticle): [string, string][] {
  const fields = metadataFields.flatMap((name): [string, string][] => {
    const value = info[name];
    return value === undefined ? [] : [[name, value]];
  });
  return [...fields, ...attributeFeatures(info.attributes)];
}

/** The GUID of what has a name, made when the name is first met. */
async function kept(known: Map<string, string>, name: string, kind: string): Promise<string> {
  const guid = known.get(name) ?? (await nameGuid(kind, name));
  known.set(name, guid);
  return guid;
}
