import type { Annotation, Link } from '../../../model/annotation';
import { foldedName } from '../../../model/lookup';
import type { Imported, ImportedAnnotation, ImportedArticle, ImportedRange } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { freeId } from '../../reading/annotations';
import { Columns, type Get } from '../../reading/columns';
import { dateOf } from '../../reading/dates';
import { Items } from '../../spans/reading';
import { splitList } from '../../writing/csv';
import { attributesOf, hashOf, linksOf, rangeOf } from './cells';
import { columnOf } from './columns';

/** An annotation while its rows are read. */
interface Draft {
  readonly fields: Omit<ImportedAnnotation, 'target' | 'links' | 'text'>;
  readonly ranges: { readonly no: number; readonly range: ImportedRange }[];
  readonly links: readonly Link[];
  /** What the columns of roles say: the actors of each. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  text: string | undefined;
}

interface ArticleDraft {
  readonly path: string;
  sha256: string | undefined;
  title: string | undefined;
  date: string | undefined;
  readonly annotations: Map<string, Draft>;
}

/** Columns of links by role: with ids, and with names. */
const roleColumns = [
  ['speaker', 'speaker_ids', 'speakers'],
  ['holder', 'holder_ids', 'holders'],
  ['addressee', 'addressee_ids', 'addressees'],
] as const;
const plainFields = ['form', 'stance', 'attribution', 'summary', 'kind', 'reference', 'url', 'note'] as const;
const timeFields = ['creator', 'created', 'modified'] as const;
const noRoles: ReadonlyMap<string, readonly string[]> = new Map();
/** What may differ between the rows of one annotation. */
const ofRange = ['target_no', 'start', 'end', 'line', 'exact', 'standing', 'confidence', 'text_sha256'];
const alsoOfRange = ['text_start', 'text_end', 'prefix', 'suffix'];

/** Gathers annotations from the rows of tables. */
export class AnnotationTable {
  readonly #articles = new Map<string, ArticleDraft>();
  readonly #items = new Items();
  /** Names by list and id, and ids by list and name. */
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, string>();

  constructor(readonly losses: Losses) {}

  /** Takes a heading; gives what takes each row under it, with its number. Throws an {@link InputError}, and so does that. */
  headed(headings: readonly string[], path: string): (cells: readonly string[], number: number) => void {
    const columns = new Columns(headings, columnOf, path, this.losses);
    const shared = headings.flatMap((heading, place) => {
      return [...ofRange, ...alsoOfRange].includes(heading) ? [] : [place];
    });
    let last: { readonly draft: Draft; readonly cells: readonly string[] } | undefined;
    return (cells, number) => {
      const at = `row ${number}`;
      const get = columns.reader(cells, path, at);
      const draft = this.#add(get, columns, { path, at });
      if (last?.draft === draft && shared.some((place) => (last?.cells[place] ?? '') !== (cells[place] ?? ''))) {
        this.losses.add('rows that say otherwise than the first row of their annotation');
      }
      if (last?.draft !== draft) last = { draft, cells };
    };
  }

  #add(get: Get, columns: Columns, place: InputPlace): Draft {
    const article = this.#article(get, place);
    const { range, text } = rangeOf(get, place);
    const no = Number(get('target_no')) || 0;
    const given = get('id');
    const known = given === '' ? undefined : article.annotations.get(given);
    if (known) {
      known.ranges.push({ no, range });
      known.text ??= text;
      return known;
    }
    const inherited = new Set(splitList(get('inherited')));
    if (inherited.has('date')) article.date ??= get('date');
    const own: Get = (column) => (inherited.has(column) ? '' : get(column));
    const fields = this.#fields(own, columns, place);
    const id = given === '' ? freeId(article.annotations, JSON.stringify([fields, range])) : given;
    const isOurs = areOurs(columns) && given !== '';
    const supersedes = splitList(get('supersedes'));
    const draft: Draft = {
      ...{ ranges: [{ no, range }], text, links: this.#links(own, fields, columns, place) },
      fields: {
        ...{ id, ...(isOurs ? { isOurs } : {}), ...fields },
        ...(supersedes.length > 0 ? { supersedes } : {}),
      },
      roles: this.#roles(own, columns),
    };
    article.annotations.set(id, draft);
    return draft;
  }

  #article(get: Get, place: InputPlace): ArticleDraft {
    const path = get('article');
    if (path.trim() === '') throw new InputError('“article” is empty', place);
    const known = this.#articles.get(path);
    const article = known ?? { path, sha256: undefined, title: undefined, date: undefined, annotations: new Map() };
    if (!known) this.#articles.set(path, article);
    article.title ??= get('title') || undefined;
    article.sha256 ??= hashOf(get, 'article_sha256', place);
    return article;
  }

  #fields(get: Get, columns: Columns, place: InputPlace): Omit<Annotation, 'id' | 'target'> {
    const text = (names: readonly string[]): Record<string, string> =>
      Object.fromEntries(names.map((name) => [name, get(name)] as const).filter(([, value]) => value !== ''));
    const actor = this.#item('actors', get('actor_id'), get('actor'), get('actor_kind'));
    const topic = this.#item('topics', get('topic_id'), get('topic'));
    const source = isLinked(get, columns) ? undefined : this.#item('sources', get('source_id'), get('source'));
    const date = get('date');
    const attributes = attributesOf(
      get,
      columns.attributes.filter(([, column]) => get(column) !== '' || get('attributes') !== ''),
      place,
    );
    return {
      type: get('type').trim() || typeOf(get),
      ...Object.fromEntries(Object.entries({ actor, topic, source }).filter(([, value]) => value !== undefined)),
      ...text(plainFields),
      ...(date === '' ? {} : { date: dateOf(date) ?? date }),
      ...(attributes ? { attributes } : {}),
      ...(/^true$/i.test(get('orphan_kept').trim()) ? { orphaned: true } : {}),
      ...text(timeFields),
    };
  }

  /** The id of an item, which is kept with its name; undefined where there is neither. */
  #item(list: 'actors' | 'topics' | 'sources', id: string, name: string, kind = ''): string | undefined {
    if (id === '' && name === '') return undefined;
    const key = id === '' ? (this.#ids.get(`${list} ${foldedName(name)}`) ?? name) : id;
    if (name === '') return key;
    const known = this.#names.get(`${list} ${key}`);
    if (known === undefined) this.#names.set(`${list} ${key}`, name);
    else if (foldedName(known) !== foldedName(name)) this.losses.add('further names of one id');
    this.#ids.set(`${list} ${foldedName(name)}`, key);
    return this.#items.keep(list, key, name, kind === '' ? undefined : kind);
  }

  #links(get: Get, { type }: { readonly type: string }, columns: Columns, place: InputPlace): readonly Link[] {
    const links = linksOf(get, place);
    if (links) return links;
    const sources = areOurs(columns) ? splitList(get('sources')) : byHand(get('sources'));
    if (type === 'claim' && isLinked(get, columns)) sources.push(...byHand(get('source')));
    return sources.map((name): Link => ({ role: 'source', source: this.#item('sources', '', name) ?? name }));
  }

  #roles(get: Get, columns: Columns): ReadonlyMap<string, readonly string[]> {
    const split = areOurs(columns) ? splitList : byHand;
    const found = new Map<string, readonly string[]>();
    const hasLinks = get('links') !== '';
    for (const [role, idColumn, nameColumn] of roleColumns) {
      const [ids, names] = [split(get(idColumn)), split(get(nameColumn))];
      const isParallel = ids.length === names.length;
      if (ids.length > 0 || (hasLinks && columns.has(idColumn))) {
        for (const [n, id] of ids.entries()) this.#item('actors', id, isParallel ? (names[n] ?? '') : '');
        found.set(role, ids);
      } else if (names.length > 0 && !hasLinks) {
        found.set(
          role,
          names.map((name) => this.#item('actors', '', name) ?? name),
        );
      }
    }
    return found.size > 0 ? found : noRoles;
  }

  imported(): Imported {
    return { codebook: this.#items.codebook(), articles: [...this.#articles.values()].map(finishedArticle) };
  }
}

/** Whether a table is one that we wrote, so that its ids are ours. */
function areOurs(columns: Columns): boolean {
  return ['id', 'target_no', 'standing'].every((column) => columns.has(column));
}

/** Whether `source` of a claim in a table made by hand names where the claim was made. */
function isLinked(get: Get, columns: Columns): boolean {
  return !areOurs(columns) && (get('type').trim() || typeOf(get)) === 'claim';
}

function byHand(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function typeOf(get: Get): string {
  const isThere = (...columns: readonly string[]): boolean => columns.some((column) => get(column) !== '');
  if (isThere('stance', 'attribution', 'speakers', 'speaker_ids', 'summary')) return 'claim';
  if (isThere('actor', 'actor_id')) return 'actor';
  return isThere('source', 'source_id', 'reference') ? 'source' : 'passage';
}

function finishedArticle({ path, sha256, title, date, annotations }: ArticleDraft): ImportedArticle {
  const info = { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
  return {
    ...{ key: path, path, ...(sha256 === undefined ? {} : { sha256 }) },
    ...(Object.keys(info).length > 0 ? { info } : {}),
    annotations: [...annotations.values()].map((draft) => finished(draft, annotations)),
  };
}

function finished(draft: Draft, all: ReadonlyMap<string, Draft>): ImportedAnnotation {
  const { fields, ranges, text } = draft;
  const target = [...ranges].sort((a, b) => a.no - b.no || a.range.start - b.range.start).map(({ range }) => range);
  const links = withRoles(draft, all);
  return {
    ...fields,
    ...{ target, ...(text === undefined ? {} : { text }) },
    ...(links.length > 0 ? { links } : {}),
  };
}

/** The links, with what columns of roles say otherwise. */
function withRoles({ links, roles }: Draft, all: ReadonlyMap<string, Draft>): readonly Link[] {
  let result = links;
  for (const [role, actors] of roles) {
    const actorOf = ({ actor, annotation }: Link): string | undefined =>
      actor ?? (annotation === undefined ? undefined : all.get(annotation)?.fields.actor);
    const given = new Set(actors);
    const there = new Set(result.flatMap((link) => (link.role === role ? [actorOf(link)] : [])));
    const kept = result.filter((link) => {
      const actor = actorOf(link);
      return link.role !== role || actor === undefined || given.has(actor);
    });
    const added = [...given].filter((actor) => !there.has(actor)).map((actor): Link => ({ role, actor }));
    if (added.length > 0 || kept.length < result.length) result = [...kept, ...added];
  }
  return result;
}
