import type { Link, PlacedAnnotation } from '../../../model/annotation';
import type { Actor, Topic } from '../../../model/codebook';
import type { ExportArticle } from '../../format';
import type { Reference } from '../../../model/names';
import type { ResolvedArticle } from '../../resolvedArticle';
import { exactText, type LinkedActor } from '../../resolvedArticle';
import { column, jsonText, key, objects, texts, timeOf, type Column, type KnownDate } from './columns';

/** An annotation with what its ids stand for. */
export interface Resolved {
  readonly resolved: ResolvedArticle;
  readonly annotation: PlacedAnnotation;
  /** Its own date, else its article's. */
  readonly date: KnownDate;
  /** Whether another annotation of the article decides on it (`supersedes`). */
  readonly isSuperseded: boolean;
}

/** A claim with one of its speakers, if it has any. */
export interface Said extends Resolved {
  readonly speaker: LinkedActor | undefined;
}

export interface LinkOf extends Resolved {
  readonly link: Link;
  /** The actor that it leads to, itself or by a mention. */
  readonly end: LinkedActor | undefined;
}

/** An item of a codebook, which is known by its place among the export's. */
export interface Of<T> {
  readonly codebook: number;
  readonly item: T;
}

/** An article with the place of its codebook among the export's. */
export interface ArticleOf {
  readonly article: ExportArticle;
  readonly date: KnownDate;
  readonly codebook: number | undefined;
}

const dateColumns: readonly Column<{ readonly date: KnownDate }>[] = [
  column('date', 'text', ({ date }) => date.text),
  column('day', 'day', ({ date }) => date.day),
  column('date_year', 'whole', ({ date }) => date.year),
];

export const articleColumns: readonly Column<ArticleOf>[] = [
  key('article', ({ article }) => article.path),
  ...(['title', 'author', 'publisher', 'section', 'url', 'language', 'encoding', 'sha256'] as const).map((name) =>
    column<ArticleOf>(name, 'text', ({ article }) => article.info[name]),
  ),
  ...dateColumns,
  column('length', 'whole', ({ article }) => article.text.length),
  column('text', 'text', ({ article }) => article.text),
  column('attributes', 'text', ({ article }) => jsonText(article.info.attributes)),
  column('excluded', 'text', ({ article }) => jsonText(article.info.excluded)),
  objects('coding', { creator: 'text', status: 'text', date: 'text', note: 'text' }, ({ article }) => article.coding),
  column('codebook', 'whole', ({ codebook }) => codebook),
];

/** What annotations and claims have in common. */
const whichColumns: readonly Column<Resolved>[] = [
  key('article', ({ resolved }) => resolved.article.path),
  key('id', ({ annotation }) => annotation.id),
];
const whatColumns: readonly Column<Resolved>[] = [
  column('topic_id', 'text', (item) => topicOf(item)?.id),
  column('topic', 'text', (item) => topicOf(item)?.name),
  column('stance', 'text', ({ annotation }) => annotation.stance),
  column('stance_value', 'decimal', ({ resolved, annotation }) => {
    return annotation.stance === undefined ? undefined : resolved.names.stance(annotation.stance).item?.value;
  }),
  column('attribution', 'text', ({ annotation }) => annotation.attribution),
  column('summary', 'text', ({ annotation }) => annotation.summary),
  column('exact', 'text', ({ annotation }) => exactText(annotation)),
  column('line', 'whole', ({ resolved, annotation }) => resolved.line(annotation.target[0])),
  column('standing', 'text', ({ annotation }) => annotation.standing),
  ...dateColumns,
  column('superseded', 'flag', ({ isSuperseded }) => isSuperseded),
  column('attributes', 'text', ({ annotation }) => jsonText(annotation.attributes)),
  column('note', 'text', ({ annotation }) => annotation.note),
  column('creator', 'text', ({ annotation }) => annotation.creator),
  column('created', 'time', ({ annotation }) => timeOf(annotation.created)),
  column('modified', 'time', ({ annotation }) => timeOf(annotation.modified)),
];

export const annotationColumns: readonly Column<Resolved>[] = [
  ...whichColumns,
  column('type', 'text', ({ annotation }) => annotation.type),
  column('actor_id', 'text', (item) => actorOf(item)?.id),
  column('actor', 'text', (item) => actorOf(item)?.name),
  column('actor_kind', 'text', (item) => actorOf(item)?.item?.kind),
  column('form', 'text', ({ annotation }) => annotation.form),
  ...whatColumns,
  column('source_id', 'text', (item) => sourceOf(item)?.id),
  column('source', 'text', (item) => sourceOf(item)?.name),
  ...(['kind', 'reference', 'url'] as const).map((name) =>
    column<Resolved>(name, 'text', ({ annotation }) => annotation[name]),
  ),
  objects(
    'target',
    {
      start: 'whole',
      end: 'whole',
      exact: 'text',
      prefix: 'text',
      suffix: 'text',
      standing: 'text',
      confidence: 'decimal',
    },
    ({ annotation }) => annotation.target,
  ),
  column('text_sha256', 'text', ({ resolved, annotation }) => {
    const doubtful = annotation.target.find(({ standing }) => standing !== 'anchored');
    return doubtful && resolved.earlierText(annotation, doubtful);
  }),
  column('orphan_kept', 'flag', ({ annotation }) => annotation.orphaned === true),
  texts('supersedes', ({ annotation }) => annotation.supersedes ?? []),
];

export const claimColumns: readonly Column<Said>[] = [
  ...whichColumns,
  column('speaker_id', 'text', ({ speaker }) => speaker?.id),
  column('speaker', 'text', ({ speaker }) => speaker?.name),
  column('speaker_kind', 'text', ({ speaker }) => speaker?.item?.kind),
  column('for_id', 'text', ({ speaker }) => speaker?.for?.id),
  column('for_name', 'text', ({ speaker }) => speaker?.for?.name),
  ...(['holder', 'addressee'] as const).flatMap((role): Column<Said>[] => [
    texts(`${role}_ids`, (item) => linked(item, role).map(({ id }) => id)),
    texts(`${role}s`, (item) => linked(item, role).map(({ name }) => name)),
  ]),
  ...whatColumns,
  texts('sources', ({ resolved, annotation }) => resolved.sources(annotation, ['source'])),
  texts('evidence', ({ resolved, annotation }) => resolved.sources(annotation, ['evidence'])),
  texts('counterevidence', ({ resolved, annotation }) => resolved.sources(annotation, ['counterevidence'])),
];

export const linkColumns: readonly Column<LinkOf>[] = [
  ...whichColumns,
  column('type', 'text', ({ annotation }) => annotation.type),
  column('role', 'text', ({ link }) => link.role),
  column('actor_id', 'text', ({ end }) => end?.id),
  column('actor', 'text', ({ end }) => end?.name),
  column('for_id', 'text', ({ end }) => end?.for?.id),
  column('for_name', 'text', ({ end }) => end?.for?.name),
  column('to_annotation', 'text', ({ link }) => link.annotation),
  column('source_id', 'text', ({ resolved, link }) => {
    return link.source === undefined ? undefined : resolved.names.source(link.source).id;
  }),
  column('source', 'text', ({ resolved, link, end }) => (end ? undefined : resolved.source(link))),
];

export const actorColumns: readonly Column<Of<Actor>>[] = [
  column('codebook', 'whole', ({ codebook }) => codebook),
  ...(['id', 'name', 'kind', 'parent', 'sameAs', 'color', 'note'] as const).map((name) =>
    column<Of<Actor>>(name === 'sameAs' ? 'same_as' : name, 'text', ({ item }) => item[name]),
  ),
  texts('aliases', ({ item }) => item.aliases ?? []),
  texts('members', ({ item }) => item.members ?? []),
  column('attributes', 'text', ({ item }) => jsonText(item.attributes)),
  texts('former_ids', ({ item }) => item.formerIds ?? []),
];

export const topicColumns: readonly Column<Of<Topic>>[] = [
  column('codebook', 'whole', ({ codebook }) => codebook),
  ...(['id', 'name', 'parent', 'description'] as const).map((name) =>
    column<Of<Topic>>(name, 'text', ({ item }) => item[name]),
  ),
  texts('examples', ({ item }) => item.examples ?? []),
  texts('former_ids', ({ item }) => item.formerIds ?? []),
];

function actorOf({ resolved, annotation: { actor } }: Resolved): Reference<Actor> | undefined {
  return actor === undefined ? undefined : resolved.names.actor(actor);
}

function topicOf({ resolved, annotation: { topic } }: Resolved): Reference<Topic> | undefined {
  return topic === undefined ? undefined : resolved.names.topic(topic);
}

function sourceOf({ resolved, annotation: { source } }: Resolved): Reference<unknown> | undefined {
  return source === undefined ? undefined : resolved.names.source(source);
}

/** The actors of a role, each once whatever it stands for. */
function linked({ resolved, annotation }: Resolved, role: string): readonly LinkedActor[] {
  return [...new Map(resolved.actors(annotation, role).map((actor) => [actor.id, actor])).values()];
}
