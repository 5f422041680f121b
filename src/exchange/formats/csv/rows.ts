import type { Link, PlacedAnnotation } from '../../../model/annotation';
import type { AttributeDefinition, Codebook } from '../../../model/codebook';
import type { ExportArticle } from '../../format';
import { annotationFields, loseFields, loseOfArticle, loseOfCodebooks } from '../../losing';
import type { Losses } from '../../losses';
import type { ResolvedArticle } from '../../resolvedArticle';
import { sourceRoles, type LinkedActor } from '../../resolvedArticle';
import { attributeCells } from '../../writing/attributeColumns';
import { joinList, type Cell } from '../../writing/csv';

/** The columns of a table of annotations, those of attributes apart. Their names and order stay; new ones come at the end. */
export const annotationColumns = [
  ...['article', 'title', 'date', 'id', 'type', 'target_no', 'start', 'end', 'line', 'exact', 'standing'],
  ...['confidence', 'orphan_kept', 'text_sha256', 'text_start', 'text_end'],
  ...['actor_id', 'actor', 'actor_kind', 'topic_id', 'topic', 'stance', 'attribution'],
  ...['speaker_ids', 'speakers', 'holder_ids', 'addressee_ids', 'sources'],
  ...['kind', 'reference', 'url', 'note', 'creator', 'created'],
  ...['stance_value', 'summary', 'form', 'source_id', 'source', 'holders', 'addressees', 'modified', 'supersedes'],
  ...['links', 'attributes', 'inherited', 'prefix', 'suffix', 'article_sha256'],
] as const;

/** The fields of an annotation that its rows hold. */
const heldOfArticle: ReadonlySet<string> = new Set(['title', 'date']);

/** Counts what of an article a table of annotations has no cell for. */
export function loseOfRows(article: ExportArticle, losses: Losses): void {
  for (const annotation of article.annotations) loseFields(annotation, annotationFields, losses);
  const isThere = article.annotations.length > 0;
  loseOfArticle(article, { info: isThere ? heldOfArticle : new Set() }, losses);
}

/** Counts the codebooks' items: names and kinds of those that are referred to stand in the rows, and no more of them. */
export function loseItems(codebooks: readonly Codebook[], losses: Losses): void {
  loseOfCodebooks(codebooks, {}, losses);
}

/** The rows of an annotation, one a range. A list: a generator takes longer. */
export function annotationRows(
  resolved: ResolvedArticle,
  annotation: PlacedAnnotation,
  attributes: readonly AttributeDefinition[],
): readonly (readonly Cell[])[] {
  const { article, names } = resolved;
  const actor = annotation.actor === undefined ? undefined : names.actor(annotation.actor);
  const topic = annotation.topic === undefined ? undefined : names.topic(annotation.topic);
  const stance = annotation.stance === undefined ? undefined : names.stance(annotation.stance);
  const source = annotation.source === undefined ? undefined : names.source(annotation.source);
  const { kind = source?.item?.kind, reference = source?.name, url = source?.item?.url } = annotation;
  const date = resolved.date(annotation);
  const [speakerIds, speakers] = linked(resolved, annotation, 'speaker');
  const [holderIds, holders] = linked(resolved, annotation, 'holder');
  const [addresseeIds, addressees] = linked(resolved, annotation, 'addressee');
  const inherited: string[] = [];
  if (annotation.date === undefined && date !== undefined) inherited.push('date');
  if (annotation.kind === undefined && kind !== undefined) inherited.push('kind');
  if (annotation.reference === undefined && reference !== undefined) inherited.push('reference');
  if (annotation.url === undefined && url !== undefined) inherited.push('url');
  const ofAttributes = attributeCells(attributes, annotation, resolved, (header) => void inherited.push(header));
  const sources = joinList(resolved.sources(annotation, sourceRoles));
  const own = annotation.attributes && JSON.stringify(annotation.attributes);
  const { path, info } = article;
  const supersedes = annotation.supersedes && joinList(annotation.supersedes);
  const links = linksCell(resolved, annotation);
  const rows: Cell[][] = [];
  for (const target of annotation.target) {
    const { start, end, exact, prefix, suffix, standing, confidence } = target;
    const earlier = resolved.earlierText(annotation, target);
    const isHere = earlier === undefined;
    // One list, and no lists within it: this is where a large export spends its time. Each line is one of annotationColumns.
    // prettier-ignore
    const cells: Cell[] = [
      path, info.title, date, annotation.id, annotation.type, rows.length + 1,
      isHere ? start : undefined, isHere ? end : undefined, resolved.line(target), exact, standing,
      confidence, annotation.orphaned === true || undefined, earlier, isHere ? undefined : start, isHere ? undefined : end,
      actor?.id, actor?.name, actor?.item?.kind, topic?.id, topic?.name, annotation.stance, annotation.attribution,
      speakerIds, speakers, holderIds, addresseeIds, sources,
      kind, reference, url, annotation.note, annotation.creator, annotation.created,
      stance?.item?.value, annotation.summary, annotation.form, source?.id, source?.name, holders, addressees,
      annotation.modified, supersedes, links, own, joinList(inherited), isHere ? undefined : prefix, isHere ? undefined : suffix,
      info.sha256,
    ];
    for (const cell of ofAttributes) cells.push(cell);
    rows.push(cells);
  }
  return rows;
}

const unlinked = [] as const;

/** The ids and the names of linked actors, each actor once whatever it speaks for. */
function linked(resolved: ResolvedArticle, annotation: PlacedAnnotation, role: string): readonly [string?, string?] {
  if (!annotation.links?.some((link) => link.role === role)) return unlinked;
  const found = resolved.actors(annotation, role);
  const [first] = found;
  if (first && found.length === 1) return [joinList([first.id]), joinList([first.name])];
  const actors = new Map(found.map((actor): [string, LinkedActor] => [actor.id, actor]));
  return [joinList([...actors.keys()]), joinList([...actors.values()].map(({ name }) => name))];
}

/** The links as JSON, with the survivors' ids. */
function linksCell({ names }: ResolvedArticle, { links }: PlacedAnnotation): string | undefined {
  if (!links?.length) return undefined;
  const isCurrent = ({ actor, source, for: principal }: Link): boolean =>
    (actor === undefined || names.actor(actor).id === actor) &&
    (source === undefined || names.source(source).id === source) &&
    (principal === undefined || names.actor(principal).id === principal);
  if (links.every(isCurrent)) return JSON.stringify(links);
  return JSON.stringify(
    links.map(({ actor, source, for: principal, ...link }) => ({
      ...link,
      ...(actor === undefined ? {} : { actor: names.actor(actor).id }),
      ...(source === undefined ? {} : { source: names.source(source).id }),
      ...(principal === undefined ? {} : { for: names.actor(principal).id }),
    })),
  );
}
