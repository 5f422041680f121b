import * as vscode from 'vscode';
import type { Link } from '../../model/annotation';
import type { Actor } from '../../model/codebook';
import type { Offer } from '../../suggest/offer';
import { mentionFields } from '../commands/mentionFields';
import { actorIfKnown, newItemId } from '../commands/names';
import { annotate, type Workplace } from '../commands/tagging';
import { withValues } from '../commands/withValues';
import { surfaceOf } from '../commands/target';
import type { Parts } from '../parts';
import { stanceOfSign } from '../pickers/claimOffers';
import type { Fields } from '../store/step';
import { StepDraft } from '../store/stepDraft';

/** Marks what the offers say, in one step, with the actors that they name and the codebook hasn't, and where a stance is given
 * with that one; gives the ids. */
export async function accept(
  parts: Parts,
  place: Workplace,
  offers: readonly Offer[],
  stance?: string,
): Promise<readonly string[]> {
  const draft = new StepDraft();
  const ids = offers.map((offer) => {
    const fields = fieldsOf(draft, place, offer);
    return annotate(draft, place, offer.ranges, stance === undefined ? fields : { ...fields, stance });
  });
  const label =
    offers.length === 1 ? vscode.l10n.t('Accept the offer') : vscode.l10n.t('Accept {0} offers', offers.length);
  const step = draft.step(label);
  if (step) await parts.steps.apply(step);
  return ids;
}

function fieldsOf(draft: StepDraft, place: Workplace, offer: Offer): Omit<Fields, 'id' | 'creator' | 'created'> {
  switch (offer.type) {
    case 'actor':
      return mentionFields(
        place.article,
        offer.ranges,
        offer.actor ?? actorNamed(draft, place, offer.name ?? surfaceOf(place.article, offer.ranges), offer.kind),
      );
    case 'claim':
      return claimOf(draft, place, offer);
    case 'source': {
      const { source, kind, reference, url } = offer;
      return withValues({ type: 'source', source, kind: source === undefined ? kind : undefined, reference, url });
    }
  }
}

function claimOf(draft: StepDraft, place: Workplace, offer: Offer): Omit<Fields, 'id' | 'creator' | 'created'> {
  const { lists } = place.codebook;
  const to = (role: string, ids: readonly string[] = []): readonly Link[] => ids.map((actor) => ({ role, actor }));
  const made = (offer.newSpeakers ?? []).map(({ name, kind }) => actorNamed(draft, place, name, kind));
  const links = [
    ...to('speaker', [...(offer.speakers ?? []), ...made]),
    ...to('holder', offer.holders),
    ...to('addressee', offer.addressees),
  ];
  const acts = lists.attributes.find(({ id, appliesTo }) => id === 'act' && appliesTo.includes('claim'))?.options ?? [];
  const act = acts.find(({ id }) => id === offer.act)?.id;
  return withValues({
    type: 'claim',
    stance: offer.stance && stanceOfSign(lists.stances, offer.stance === 'support' ? '+' : '-'),
    attribution: offer.attribution,
    links: links.length > 0 ? links : undefined,
    attributes: act === undefined ? undefined : { act },
  });
}

/** The id of the actor of a name, made in the draft where there is none. */
function actorNamed(draft: StepDraft, { codebook }: Workplace, name: string, kind: string | undefined): string {
  const actors = draft.items(codebook, 'actors');
  const known = actorIfKnown(actors, name);
  if (known) return known.id;
  const made: Actor = withValues({ id: newItemId(actors, name), name: name.replace(/\s+/g, ' '), kind });
  draft.setItem(codebook, 'actors', made);
  return made.id;
}
