import type { Link, PlacedAnnotation } from '../../../model/annotation';
import { metadataFields, type ArticleInfo } from '../../../model/article';
import { oneLine } from '../../../model/oneLine';
import { shortened } from '../../../model/shortened';
import type { ExportArticle } from '../../format';
import { loseFields, loseOfArticle, UNPLACED } from '../../losing';
import type { Losses } from '../../losses';
import type { Names } from '../../../model/names';
import { attributeFeatures, textFields } from '../../spans/features';
import type { Codes, CodeList } from './codes';
import { annotationDetails, codeFields, isCoded, isTime, type CodeField } from './details';
import type { Links, Marked, Note, Source } from './elements';
import { annotationGuid, holdsId, nameGuid, thingGuid } from './guids';
import { Positions, type Counting } from './positions';

const heldFields: ReadonlySet<string> = new Set([...textFields, 'links', 'attributes', 'supersedes', 'orphaned']);
const heldInfo: ReadonlySet<string> = new Set([...metadataFields, 'attributes', 'excluded']);

const fields = Object.keys(codeFields) as CodeField[];

/** What a project holds of an article. */
export interface Gathered {
  readonly source: Source;
  readonly notes: readonly Note[];
  readonly links: readonly Links[];
}

/** An article that is being gathered. */
interface Growing {
  /** Of its annotations that have a place, by their ids. */
  readonly guids: ReadonlyMap<string, string>;
  readonly positions: Positions;
  readonly names: Names;
  readonly notes: Note[];
  readonly links: Links[];
}

/** Turns articles into elements of a project, and gathers what these refer to. */
export class Gathering {
  /** Names. */
  readonly users = new Set<string>();
  /** Names. */
  readonly variables = new Set<string>();

  constructor(
    readonly codes: Codes,
    readonly counting: Counting,
    readonly losses: Losses,
  ) {}

  /** @param guid of its text
   * @param raw the text as it is written
   * @param isInline whether the text has no file of its own */
  async article(article: ExportArticle, names: Names, guid: string, raw: string, isInline: boolean): Promise<Gathered> {
    const { path, text, info, coding } = article;
    const placed = article.annotations.filter(({ standing }) => standing === 'anchored');
    this.losses.add(UNPLACED, article.annotations.length - placed.length);
    loseOfArticle(article, { info: heldInfo, coding: true }, this.losses);
    const guids = new Map<string, string>();
    for (const { id } of placed) guids.set(id, await annotationGuid(id, guid.slice(0, 5)));
    const positions = new Positions(raw, text, this.counting);
    const growing: Growing = { guids, positions, names, notes: [], links: [] };
    const annotations = placed.map((annotation) => this.#marked(annotation, growing));
    const { notes, links } = growing;
    const { excluded } = info;
    const details = { ...(excluded ? { excluded } : {}), ...(coding.length > 0 ? { coding } : {}) };
    const note = Object.keys(details).length > 0 ? await nameGuid('details', path) : undefined;
    if (note !== undefined) notes.push({ guid: note, details });
    const variables = variablesOf(info);
    for (const [name] of variables) this.variables.add(name);
    const inline = isInline ? raw : undefined;
    return { source: { guid, path, inline, annotations, note, variables }, notes, links };
  }

  /** An annotation's selections; its notes and links go where those of the article are. */
  #marked(annotation: PlacedAnnotation, growing: Growing): Marked {
    loseFields(annotation, heldFields, this.losses);
    const { guids, positions, names, notes, links } = growing;
    const { id, target, creator, created, modified, note } = annotation;
    const guid = guids.get(id) ?? '';
    if (creator !== undefined) this.users.add(creator);
    const codes = this.#codesOf(annotation, names);
    if (note !== undefined) notes.push({ guid: thingGuid(guid, 'note'), text: note, creator });
    const details = annotationDetails(annotation, holdsId(guid));
    if (details) notes.push({ guid: thingGuid(guid, 'details'), details });
    const own = this.#linksOf(annotation, guid, growing);
    if (own.length > 0 || target.length > 1) links.push({ guid, ranges: target.length, links: own });
    const ranges = target.map(({ start, end, exact }) => ({
      name: shortened(oneLine(exact), 80),
      start: positions.fromOffset(start),
      end: positions.fromOffset(end),
    }));
    // Field by field: V8 keeps what is spread until its next great collection, and there are millions.
    return {
      guid,
      ranges,
      codes,
      creator,
      created: isTime(created) ? created : undefined,
      modified: isTime(modified) ? modified : undefined,
      hasNote: note !== undefined,
      hasDetails: details !== undefined,
    };
  }

  /** The codes of an annotation: its type unless another code says it, its item, and values of its fields. */
  #codesOf(annotation: PlacedAnnotation, names: Names): number[] {
    const { type } = annotation;
    const codes: number[] = [];
    let implied: string | undefined;
    for (const field of fields) {
      const id = annotation[field];
      if (id === undefined || !isCoded(type, field)) continue;
      const list: CodeList = codeFields[field];
      if (field === 'actor' || field === 'source') implied = field;
      if (field === 'topic') implied = 'passage';
      const item = field === 'actor' || field === 'topic' || field === 'source' ? names[field](id) : undefined;
      codes.push(this.codes.number(list, item?.id ?? id, item?.name));
    }
    return implied === type ? codes : [this.codes.number('types', type), ...codes];
  }

  /** The links of an annotation that lead somewhere. */
  #linksOf({ links = [] }: PlacedAnnotation, guid: string, growing: Growing): Links['links'] {
    return links.flatMap((link, n) => {
      const end = this.#endOf(link, growing);
      if (!end) {
        this.losses.add('links to annotations that aren’t there');
        return [];
      }
      const hasDetails = Object.keys(end.more).length > 0;
      if (hasDetails) growing.notes.push({ guid: thingGuid(guid, 'link details', n), details: end.more });
      return [{ n, role: link.role, to: end.to, hasDetails }];
    });
  }

  /** Where a link leads, and what that doesn't say; undefined where it is nowhere. */
  #endOf(
    { annotation, actor, source, for: principal }: Link,
    { guids, names }: Growing,
  ): { readonly to: string | number; readonly more: object } | undefined {
    const onBehalf = principal === undefined ? {} : { for: principal };
    const to = annotation === undefined ? undefined : guids.get(annotation);
    if (to !== undefined) {
      const others = { ...(actor === undefined ? {} : { actor }), ...(source === undefined ? {} : { source }) };
      return { to, more: { ...others, ...onBehalf } };
    }
    if (actor !== undefined) {
      const { id, name } = names.actor(actor);
      return { to: this.codes.number('actors', id, name), more: onBehalf };
    }
    if (source === undefined) return undefined;
    const { id, name } = names.source(source);
    return { to: this.codes.number('sources', id, name), more: onBehalf };
  }
}

/** What is known of an article, by the names of variables. */
function variablesOf(info: ArticleInfo): [string, string][] {
  const known = metadataFields.flatMap((name): [string, string][] => {
    const value = info[name];
    return value === undefined ? [] : [[name, value]];
  });
  return [...known, ...attributeFeatures(info.attributes)];
}
