import type { Link, PlacedAnnotation } from '../../../model/annotation';
import type { Actor } from '../../../model/codebook';
import type { Reference } from '../../../model/names';
import type { LinkedActor, ResolvedArticle } from '../../resolvedArticle';

/** A thing of schema.org; undefined properties aren't written. */
export type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

/** Who made the claim: its speakers; else, where the article says it in its own voice, the article's author. */
export function claimants(claim: PlacedAnnotation, resolved: ResolvedArticle): Thing[] {
  const speakers = resolved.actors(claim, 'speaker').map(speaker);
  const { author } = resolved.article.info;
  const isOwnVoice = speakers.length === 0 && claim.attribution === 'author' && author !== undefined;
  return isOwnVoice ? [{ '@type': 'Person', name: author }] : speakers;
}

function speaker(actor: LinkedActor): Thing {
  const { for: principal, ...one } = actor;
  const belongs = one.item?.kind === 'person' ? 'affiliation' : 'parentOrganization';
  return { ...party(one), ...(principal ? { [belongs]: party(principal) } : {}) };
}

/** States, groups and places speak as organizations. */
function party({ name, item }: Reference<Actor>): Thing {
  return { '@type': item?.kind === 'person' ? 'Person' : 'Organization', name, sameAs: item?.sameAs };
}

/** What a link of a claim leads to, as a work. */
export function work(link: Link, resolved: ResolvedArticle): Thing | undefined {
  const name = resolved.source(link);
  if (name === '') return undefined;
  const linked = link.annotation === undefined ? undefined : resolved.annotation(link.annotation);
  const id = link.source ?? linked?.source;
  const item = id === undefined ? undefined : resolved.names.source(id).item;
  const from = linked?.links?.find(({ role }) => role === 'origin')?.actor ?? item?.origin;
  return {
    '@type': 'CreativeWork',
    name,
    url: linked?.url ?? item?.url,
    datePublished: linked?.date ?? item?.date,
    author: from === undefined ? undefined : party(resolved.names.actor(from)),
  };
}
