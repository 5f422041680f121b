import type { Offer } from '../../suggest/offer';

/** Whether two offers would say the same of their text: one actor, claims of one speaker by one rule, one kind of source. */
export function isAlike(a: Offer, b: Offer): boolean {
  return a.type === b.type && saying(a) === saying(b);
}

function saying({ type, actor, name, speakers = [], newSpeakers = [], why, kind, source }: Offer): string {
  switch (type) {
    case 'actor':
      return JSON.stringify([actor, name]);
    case 'claim':
      return JSON.stringify([why, speakers, newSpeakers]);
    case 'source':
      return JSON.stringify([source, kind]);
  }
}
