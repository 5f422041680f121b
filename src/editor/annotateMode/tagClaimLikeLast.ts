import type { PlacedAnnotation } from '../../model/annotation';
import { byId, type EffectiveCodebook } from '../../model/codebook';
import { linksOf } from '../../model/links';
import { articleOf } from '../commands/target';
import { tagClaim } from '../commands/tagClaim';
import type { Parts } from '../parts';
import type { Article } from '../store/article';

/** As {@link tagClaim} by a person, whose picker begins with the speaker and addressee of the claim made last in the article. */
export async function tagClaimLikeLast(parts: Parts): Promise<string | undefined> {
  const article = await articleOf(parts.articles, undefined);
  const { lists } = await parts.codebooks.of(article.uri);
  const last = lastClaim(article);
  return tagClaim(parts, undefined, last && inputOf(last, lists));
}

function lastClaim(article: Article): PlacedAnnotation | undefined {
  const claims = article.shown().filter(({ type }) => type === 'claim');
  // Of one second the one that stands later in the text.
  return claims.reduce<PlacedAnnotation | undefined>(
    (last, claim) => (last && (last.created ?? '') > (claim.created ?? '') ? last : claim),
    undefined,
  );
}

/** What one would type for them, ready for the topic. */
function inputOf(claim: PlacedAnnotation, lists: EffectiveCodebook): string {
  const said = (role: string, sigil: string): readonly string[] =>
    linksOf(claim, role).flatMap(({ actor }) => {
      const known = actor === undefined ? undefined : byId(lists.actors, actor);
      return known ? [`${sigil}${known.name}`] : [];
    });
  const tokens = [...said('speaker', '@'), ...said('addressee', '>')];
  return tokens.length > 0 ? `${tokens.join(' ')} ` : '';
}
