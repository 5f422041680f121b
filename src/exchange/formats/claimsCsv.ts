import type { PlacedAnnotation } from '../../model/annotation';
import type { AttributeDefinition } from '../../model/codebook';
import { attributeCells, attributeColumns, attributeHeaders } from '../writing/attributeColumns';
import { CSV_START, csvRow, joinList, type Cell } from '../writing/csv';
import { described } from '../catalogue';
import type { Format } from '../format';
import { loseFields, loseOfArticle, loseOfCodebooks } from '../losing';
import type { Losses } from '../losses';
import { namesByCodebook } from '../../model/names';
import { exactText, ResolvedArticle, sourceRoles } from '../resolvedArticle';
import { oneFile } from '../writing/streaming';

/** The columns of a table of claims, those of attributes apart. */
export const claimColumns = [
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
    'confidence',
    'orphan_kept',
    'text_sha256',
  ],
  ...['sources', 'evidence', 'counterevidence', 'note', 'creator', 'created'],
];

/** Claims, one row a claim and speaker (and a further one for each `for` of that speaker); a claim without a speaker has one row
 * with the speaker's columns empty. Then a column attr_ID for each attribute that applies to claims or articles.
 *
 * - `holder_ids` and `holders` are empty where the claim names none: the speaker then holds what is said.
 * - `stance_value`: the codebook's number for the stance; empty where there is no stance, which is not neutral.
 * - `exact`: all ranges, joined by " … "; `start` of the first and `end` of the last, UTF-16 code units of the LF text, end
 *   exclusive; `line` (from 1) of the first; `standing` the worst and `confidence` the least of them.
 * - Where `standing` isn't anchored, `start`, `end` and `line` are empty: the claim isn't in this text for sure. `exact` is then
 *   as it was last seen, in the text of which `text_sha256` is the hash; csv has the offsets there. `orphan_kept`: true where a
 *   person said that the claim's text is gone.
 * - `sources`, `evidence`, `counterevidence`: one role each, in words. All else as in csv.
 * - Lost: annotations other than claims, links of other roles, attributes that aren't defined for claims, `supersedes`, times of change,
 *   of an article all but title and date, codebook items but for the names of those that are referred to. */
export const claimsCsv: Format = {
  ...described('claims-csv'),
  write: ({ codebooks, articles }, { losses }) => {
    loseOfCodebooks(codebooks, {}, losses);
    const attributes = attributeColumns(codebooks, ['claim', 'article']);
    const namesOf = namesByCodebook();
    const head = CSV_START + csvRow([...claimColumns, ...attributeHeaders(attributes)]);
    return oneFile(head, articles, function* (article) {
      const resolved = new ResolvedArticle(article, namesOf(article.codebook));
      const claims = article.annotations.filter(({ type }) => type === 'claim');
      losses.add('annotations other than claims', article.annotations.length - claims.length);
      loseOfArticle(article, { info: claims.length > 0 ? heldOfArticle : new Set() }, losses);
      for (const claim of claims) {
        loseOfClaim(claim, attributes, losses);
        for (const row of claimRows(resolved, claim, attributes)) yield csvRow(row);
      }
    });
  },
};

const heldOfArticle: ReadonlySet<string> = new Set(['title', 'date']);
const held: ReadonlySet<string> = new Set([
  ...[
    'topic',
    'stance',
    'attribution',
    'summary',
    'date',
    'links',
    'attributes',
    'note',
    'orphaned',
    'creator',
    'created',
  ],
]);
const heldRoles: ReadonlySet<string> = new Set(['speaker', 'holder', 'addressee', ...sourceRoles]);

function loseOfClaim(claim: PlacedAnnotation, attributes: readonly AttributeDefinition[], losses: Losses): void {
  loseFields(claim, held, losses);
  const others = claim.links?.filter(({ role }) => !heldRoles.has(role)) ?? [];
  losses.add('links of other roles than speakers, holders, addressees and sources', others.length);
  const defined = new Set(attributes.map(({ id }) => id));
  const undefinedOnes = Object.keys(claim.attributes ?? {}).filter((id) => !defined.has(id));
  losses.add('attributes that no codebook defines for claims', undefinedOnes.length);
}

/** The rows of a claim, one a speaker. */
export function* claimRows(
  resolved: ResolvedArticle,
  claim: PlacedAnnotation,
  attributes: readonly AttributeDefinition[],
): Iterable<readonly Cell[]> {
  const { article, names } = resolved;
  const topic = claim.topic === undefined ? undefined : names.topic(claim.topic);
  const stance = claim.stance === undefined ? undefined : names.stance(claim.stance);
  const linked = (role: string): string[] => {
    const actors = [...new Map(resolved.actors(claim, role).map((actor) => [actor.id, actor])).values()];
    return [joinList(actors.map(({ id }) => id)), joinList(actors.map(({ name }) => name))];
  };
  const doubtful = claim.target.find(({ standing }) => standing !== 'anchored');
  const [first, last] = doubtful ? [] : [claim.target[0], claim.target.at(-1)];
  const sure = claim.target.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  const before = [article.path, article.info.title, resolved.date(claim), claim.id];
  const after = [
    ...[...linked('holder'), ...linked('addressee')],
    ...[topic?.id, topic?.name, claim.stance, stance?.item?.value, claim.attribution, claim.summary],
    ...[exactText(claim), first?.start, last?.end, resolved.line(first), claim.standing],
    ...[sure.length > 0 ? Math.min(...sure) : undefined, claim.orphaned === true || undefined],
    doubtful && resolved.earlierText(claim, doubtful),
    ...['source', 'evidence', 'counterevidence'].map((role) => joinList(resolved.sources(claim, [role]))),
    ...[claim.note, claim.creator, claim.created],
    ...attributeCells(attributes, claim, resolved),
  ];
  const speakers = resolved.actors(claim, 'speaker');
  for (const speaker of speakers.length > 0 ? speakers : [undefined]) {
    const said = [speaker?.id, speaker?.name, speaker?.item?.kind, speaker?.for?.id, speaker?.for?.name];
    yield [...before, ...said, ...after];
  }
}
