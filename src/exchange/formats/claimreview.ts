import { valueOf, type PlacedAnnotation } from '../../model/annotation';
import { oneLine } from '../../model/oneLine';
import { described, optionValue } from '../catalogue';
import type { ExportArticle, Format, Options } from '../format';
import { loseFields } from '../losing';
import type { Losses } from '../losses';
import { namesByCodebook } from '../../model/names';
import { exactText, ResolvedArticle } from '../resolvedArticle';
import { oneFile } from '../writing/streaming';
import { claimants, work, type Thing } from './claimreview/parties';
import { ratingOf, UNCHECKED, VERDICT } from './claimreview/rating';

const held: ReadonlySet<string> = new Set([
  ...['topic', 'summary', 'date', 'links', 'attributes', 'note', 'creator', 'created', 'modified'],
]);
/** Roles of links that have a place here. */
const heldRoles: ReadonlySet<string> = new Set(['speaker', 'source', 'evidence', 'counterevidence']);

/** JSON-LD of schema.org's ClaimReview (https://schema.org/ClaimReview), as Google's documentation of fact check markup asks
 * (https://developers.google.com/search/docs/appearance/structured-data/factcheck): one `@graph` of a review for each claim that has the attribute
 * `verdict`, but "unchecked".
 *
 * - `claimReviewed` is the summary, else the quotation; `reviewRating` the verdict, see rating.ts; `reviewBody` the note.
 * - `itemReviewed` is the Claim: `author` the speakers (a Person, else an Organization; `affiliation` for whom), or the article's author where
 *   the claim is in its own voice; `datePublished` the claim's date, else the article's; `text` the quotation; `appearance` the article;
 *   `firstAppearance` what its first link of the role source leads to; `about` the topic.
 * - `citation`: evidence and counterevidence, told apart by `description`.
 * - `url`: the option `url` (the page that will hold the reviews) with `#` and the claim's id, else the article's address. `author`: the option `publisher` as
 *   an Organization, else the claim's creator as a Person; `datePublished` the day of the claim's last change.
 * - Lost: other annotations, claims without a verdict, offsets, stance, attribution, other roles and attributes. Where the quotation stands in a
 *   text isn't said, so that claims whose place isn't sure are reviewed too. UTF-8; written only. */
export const claimreview: Format = {
  ...described('claimreview'),
  write: async function* ({ articles }, { options, losses }) {
    const namesOf = namesByCodebook();
    let separator = '\n';
    yield* oneFile('{"@context":"https://schema.org","@graph":[', articles, function* (article) {
      const resolved = new ResolvedArticle(article, namesOf(article.codebook));
      for (const claim of reviewed(article, losses)) {
        yield separator + JSON.stringify(review(claim, resolved, options, losses), null, 2);
        separator = ',\n';
      }
    });
    yield { path: '', chunk: '\n]}\n' };
  },
};

/** The claims that have a verdict; what hasn't is counted. */
function reviewed({ annotations }: ExportArticle, losses: Losses): readonly PlacedAnnotation[] {
  const claims = annotations.filter(({ type }) => type === 'claim');
  const checked = claims.filter((claim) => ![undefined, UNCHECKED, ''].includes(verdictOf(claim)));
  losses.add('annotations that aren’t claims', annotations.length - claims.length);
  losses.add('claims without a verdict', claims.length - checked.length);
  return checked;
}

function verdictOf({ attributes }: PlacedAnnotation): string | undefined {
  const verdict = valueOf(attributes, VERDICT);
  return typeof verdict === 'string' ? verdict : undefined;
}

function review(claim: PlacedAnnotation, resolved: ResolvedArticle, options: Options, losses: Losses): Thing {
  countLost(claim, losses);
  const { article, names } = resolved;
  const quotation = oneLine(exactText(claim));
  const publisher = optionValue('claimreview', options, 'publisher');
  const page = optionValue('claimreview', options, 'url');
  const url = page === '' ? article.info.url : `${page}#${encodeURIComponent(claim.id)}`;
  if (url === undefined) losses.add('addresses of reviews, which search engines ask for (neither chosen nor known)');
  const author =
    publisher !== ''
      ? { '@type': 'Organization', name: publisher }
      : claim.creator !== undefined
        ? { '@type': 'Person', name: claim.creator }
        : undefined;
  const works = (roles: readonly string[]): Thing[] =>
    (claim.links ?? [])
      .filter(({ role }) => roles.includes(role))
      .flatMap((link) => {
        const found = work(link, resolved);
        const description = descriptions[link.role];
        return found ? [description === undefined ? found : { ...found, description }] : [];
      });
  return {
    '@type': 'ClaimReview',
    identifier: claim.id,
    url,
    claimReviewed: claim.summary ?? quotation,
    datePublished: (claim.modified ?? claim.created)?.slice(0, 'YYYY-MM-DD'.length),
    author,
    reviewRating: ratingOf(verdictOf(claim) ?? '', article.codebook),
    reviewBody: claim.note,
    itemReviewed: {
      '@type': 'Claim',
      text: quotation,
      author: oneOrList(claimants(claim, resolved)),
      datePublished: resolved.date(claim),
      about: claim.topic === undefined ? undefined : { '@type': 'Thing', name: names.topic(claim.topic).name },
      appearance: appearance(article),
      firstAppearance: works(['source'])[0],
    },
    citation: oneOrList(works(['evidence', 'counterevidence'])),
  };
}

const descriptions: Readonly<Record<string, string>> = {
  evidence: 'Evidence for the claim',
  counterevidence: 'Evidence against the claim',
};

/** Where the claim was read. */
function appearance({ path, info }: ExportArticle): Thing {
  const { url, title, author, publisher, date, language } = info;
  return {
    ...{ '@type': 'Article', url, headline: title ?? path, datePublished: date, inLanguage: language },
    author: author === undefined ? undefined : { '@type': 'Person', name: author },
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
  };
}

function oneOrList(things: readonly Thing[]): Thing | readonly Thing[] | undefined {
  return things.length > 1 ? things : things[0];
}

function countLost(claim: PlacedAnnotation, losses: Losses): void {
  const { links = [], attributes = {} } = claim;
  loseFields(claim, held, losses);
  losses.add('links of other roles', links.filter(({ role }) => !heldRoles.has(role)).length);
  losses.add('further sources of claims', links.filter(({ role }) => role === 'source').length - 1);
  losses.add('other attributes', Object.keys(attributes).filter((id) => id !== VERDICT).length);
}
