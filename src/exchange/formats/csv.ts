import type { PlacedAnnotation } from '../../model/annotation';
import type { AttributeDefinition } from '../../model/codebook';
import { attributeCells, attributeColumns, attributeHeaders } from '../writing/attributeColumns';
import { CSV_START, csvRow, joinList } from '../writing/csv';
import { described } from '../catalogue';
import type { Format } from '../format';
import { namesByCodebook } from '../names';
import { ResolvedArticle, sourceRoles } from '../resolvedArticle';
import { oneFile } from '../writing/streaming';

const columns = [
  ...['article', 'title', 'date', 'id', 'type', 'target_no', 'start', 'end', 'line', 'exact', 'standing'],
  ...['confidence', 'orphan_kept', 'text_sha256', 'text_start', 'text_end'],
  ...['actor_id', 'actor', 'actor_kind', 'topic_id', 'topic', 'stance', 'attribution'],
  ...['speaker_ids', 'speakers', 'holder_ids', 'addressee_ids', 'sources'],
  ...['kind', 'reference', 'url', 'note', 'creator', 'created'],
];

/** All annotations (superseded ones and those of unknown types too), one row a range, then a column attr_ID for each
 * attribute; rows and lists as csvWriting says.
 *
 * - `start`, `end`: UTF-16 code units of the LF text, end exclusive, as in the sidecar; `line` and `target_no` count from 1.
 *   Where `standing` isn't anchored, they and `line` are empty: the range isn't in this text for sure. `exact` is then as it was
 *   last seen, at `text_start` to `text_end` of an earlier text, of which `text_sha256` is the hash.
 * - `confidence`: 0 to 1, of a range that was looked for in a changed text; empty where it was never in doubt. `orphan_kept`: true
 *   where a person said that the annotation's text is gone.
 * - `date`: the annotation's own, else its article's.
 * - Ids are the survivors' where actors, topics or sources were merged. A name that the codebook lacks is the id.
 * - `speakers`, `speaker_ids`, …: a link to a mention alone counts as one to the mention's actor. `sources`: links of the roles
 *   source, evidence and counterevidence, in words; claims-csv keeps them apart.
 * - `kind`, `reference`, `url`: the annotation's own, else its codebook source's kind, name and url.
 * - Written as UTF-8; a lone surrogate has no UTF-8 and becomes U+FFFD there. */
export const csv: Format = {
  ...described('csv'),
  write: ({ codebooks, articles }) => {
    const attributes = attributeColumns(codebooks);
    const namesOf = namesByCodebook();
    const head = CSV_START + csvRow([...columns, ...attributeHeaders(attributes)]);
    return oneFile(head, articles, function* (article) {
      const resolved = new ResolvedArticle(article, namesOf(article.codebook));
      for (const annotation of article.annotations) yield* rows(resolved, annotation, attributes);
    });
  },
};

function* rows(
  resolved: ResolvedArticle,
  annotation: PlacedAnnotation,
  attributes: readonly AttributeDefinition[],
): Iterable<string> {
  const { article, names } = resolved;
  const actor = annotation.actor === undefined ? undefined : names.actor(annotation.actor);
  const topic = annotation.topic === undefined ? undefined : names.topic(annotation.topic);
  const source = annotation.source === undefined ? undefined : names.source(annotation.source);
  const speakers = unique(resolved, annotation, 'speaker');
  const ids = (role: string): string => joinList(unique(resolved, annotation, role).map(({ id }) => id));
  const before = [article.path, article.info.title, resolved.date(annotation), annotation.id, annotation.type];
  const after = [
    ...[actor?.id, actor?.name, actor?.item?.kind, topic?.id, topic?.name, annotation.stance, annotation.attribution],
    joinList(speakers.map(({ id }) => id)),
    joinList(speakers.map(({ name }) => name)),
    ...[ids('holder'), ids('addressee'), joinList(resolved.sources(annotation, sourceRoles))],
    ...[
      annotation.kind ?? source?.item?.kind,
      annotation.reference ?? source?.name,
      annotation.url ?? source?.item?.url,
    ],
    ...[annotation.note, annotation.creator, annotation.created],
    ...attributeCells(attributes, annotation, resolved),
  ];
  for (const [index, target] of annotation.target.entries()) {
    const { start, end, exact, standing, confidence } = target;
    const earlier = resolved.earlierText(annotation, target);
    const [here, there] = earlier === undefined ? [[start, end], []] : [[], [start, end]];
    const place = [here[0], here[1], resolved.line(target), exact, standing];
    const doubt = [confidence, annotation.orphaned === true || undefined, earlier, there[0], there[1]];
    yield csvRow([...before, index + 1, ...place, ...doubt, ...after]);
  }
}

/** Linked actors, each once whatever they speak for. */
function unique(resolved: ResolvedArticle, annotation: PlacedAnnotation, role: string): { id: string; name: string }[] {
  return [...new Map(resolved.actors(annotation, role).map((actor) => [actor.id, actor])).values()];
}
