import type { Range } from '../model/range';
import { months } from './words';

const BEFORE =
  /(?:^|[^\p{L}])(?:in|last|this|next|since|by|until|till|from|of|during|before|after|early|late|mid|every|and|to|through|between)[\s-]$/iu;
const FIGURE_BEFORE = /\p{Nd}(?:st|nd|rd|th)?\s(?:of\s)?$/u;
const FIGURE_BEHIND = /^\.?,?\s\p{Nd}/u;

/** Whether a word that is a month's name is one by what stands beside it: "in May", "9 May", "March 2024". */
export function isBesideDate(text: string, { start, end }: Range): boolean {
  if (!months.has(text.slice(start, end).toLowerCase())) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  return BEFORE.test(before) || FIGURE_BEFORE.test(before) || FIGURE_BEHIND.test(text.slice(end, end + 4));
}

/** Whether a range at a paragraph's beginning is a place and what follows a dateline's rest: "LONDON, June 3 —", "BEIJING (Reuters) —". */
export function isDateline(text: string, { start, end }: Range, body: Range): boolean {
  const place = text.slice(start, end);
  const behind = text.slice(end, Math.min(body.end, end + 70));
  return start === body.start && place === place.toUpperCase() && /^[^.]{0,60}\s(?:—|–|--?)\s/u.test(behind);
}
