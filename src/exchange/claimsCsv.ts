import type { PlacedAnnotation } from '../model/annotation';
import type { AttributeDefinition } from '../model/codebook';
import { attributeCells, attributeColumns, attributeHeaders } from './attributeColumns';
import { CSV_START, csvRow, joinList } from './csvWriting';
import { described } from './catalogue';
import type { Format } from './format';
import { namesByCodebook } from './names';
import { exactText, ResolvedArticle } from './resolvedArticle';
import { oneFile } from './streaming';

const columns = [
  ...['article', 'title', 'date', 'id', 'speaker_id', 'speaker', 'speaker_kind', 'for_id', 'for'],
  ...['holder_ids', 'holders', 'addressee_ids', 'addressees'],
  ...[
    'topic_id',
    'topic',
    'stance',
    'stance_value',
    'attribution',
    'summary',
    'exact',
    'start',
    'end',
    'line',
    'standing',
  ],
  ...['sources', 'evidence', 'counterevidence', 'note', 'creator', 'created'],
];

/** Claims, one row a claim and speaker (and a further one for each `for` of that speaker); a claim without a speaker has one row
 * with the speaker's columns empty. Then a column attr_ID for each attribute that applies to claims or articles.
 *
 * - `holder_ids` and `holders` are empty where the claim names none: the speaker then holds what is said.
 * - `stance_value`: the codebook's number for the stance; empty where there is no stance, which is not neutral.
 * - `exact`: all ranges, joined by " … "; `start` of the first and `end` of the last, UTF-16 code units of the LF text, end
 *   exclusive; `line` (from 1) of the first; `standing` the worst of them.
 * - `sources`, `evidence`, `counterevidence`: one role each, in words. All else as in csv. */
export const claimsCsv: Format = {
  ...described('claims-csv'),
  write: ({ codebooks, articles }) => {
    const attributes = attributeColumns(codebooks, ['claim', 'article']);
    const namesOf = namesByCodebook();
    const head = CSV_START + csvRow([...columns, ...attributeHeaders(attributes)]);
    return oneFile(head, articles, function* (article) {
      const resolved = new ResolvedArticle(article, namesOf(article.codebook));
      for (const annotation of article.annotations) {
        if (annotation.type === 'claim') yield* rows(resolved, annotation, attributes);
      }
    });
  },
};

function* rows(
  resolved: ResolvedArticle,
  claim: PlacedAnnotation,
  attributes: readonly AttributeDefinition[],
): Iterable<string> {
  const { article, names } = resolved;
  const topic = claim.topic === undefined ? undefined : names.topic(claim.topic);
  const stance = claim.stance === undefined ? undefined : names.stance(claim.stance);
  const linked = (role: string): string[] => {
    const actors = [...new Map(resolved.actors(claim, role).map((actor) => [actor.id, actor])).values()];
    return [joinList(actors.map(({ id }) => id)), joinList(actors.map(({ name }) => name))];
  };
  const before = [article.path, article.info.title, resolved.date(claim), claim.id];
  const after = [
    ...[...linked('holder'), ...linked('addressee')],
    ...[topic?.id, topic?.name, claim.stance, stance?.item?.value, claim.attribution, claim.summary],
    ...[exactText(claim), claim.target[0]?.start, claim.target.at(-1)?.end, resolved.line(claim.target[0])],
    claim.standing,
    ...['source', 'evidence', 'counterevidence'].map((role) => joinList(resolved.sources(claim, [role]))),
    ...[claim.note, claim.creator, claim.created],
    ...attributeCells(attributes, claim, resolved),
  ];
  const speakers = resolved.actors(claim, 'speaker');
  for (const speaker of speakers.length > 0 ? speakers : [undefined]) {
    const said = [speaker?.id, speaker?.name, speaker?.item?.kind, speaker?.for?.id, speaker?.for?.name];
    yield csvRow([...before, ...said, ...after]);
  }
}
