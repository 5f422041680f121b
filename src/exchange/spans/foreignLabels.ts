import { annotationTypes } from '../../model/annotation';

/** Labels of named entity recognition (CoNLL-2003, OntoNotes 5, ACE) that are actors of ours, and of which kind. */
const actorKinds: Readonly<Record<string, string>> = {
  ...{ per: 'person', pers: 'person', person: 'person' },
  ...{ org: 'organization', organisation: 'organization', organization: 'organization', company: 'organization' },
  ...{ gpe: 'state', country: 'state', norp: 'group', group: 'group' },
  ...{ loc: 'place', location: 'place', fac: 'place', facility: 'place', place: 'place' },
};

/** What a label of another tool is here. */
export type LabelMeaning =
  /** One of our types. */
  | { readonly type: string }
  /** A mention of an actor of some kind. */
  | { readonly type: 'actor'; readonly kind: string }
  /** Anything else codes a passage: the label is its topic. */
  | { readonly type: 'passage'; readonly topic: string };

export function labelMeaning(label: string): LabelMeaning {
  const folded = label.trim().toLowerCase();
  if ((annotationTypes as readonly string[]).includes(folded)) return { type: folded };
  const kind = Object.hasOwn(actorKinds, folded) ? actorKinds[folded] : undefined;
  return kind === undefined ? { type: 'passage', topic: label } : { type: 'actor', kind };
}
