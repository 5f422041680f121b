import type { Offer } from '../../../model/form';
import { fitting } from '../../../suggest/matching';
import type { FieldSpec, Option } from './fields';
import { plainAbout, plainName } from './plain';

/** So many are shown at once: more are found by typing. */
const MOST = 50;

export interface Offered {
  readonly offers: readonly Offer[];
  /** How many more fit. */
  readonly more: number;
}

/** What fits what was typed for a field, the best first; with `row`, on whose behalf that row's actor may act. */
export function offersFor(field: FieldSpec, row: string | undefined, typed: string, none: string): Offered {
  const { input } = field;
  const options =
    input.kind === 'text'
      ? []
      : input.kind === 'choice'
        ? input.options()
        : ((row === undefined ? input.options : input.behalf)?.() ?? []);
  const fits = typed.trim() === '' ? options : fitting(typed, options, namesOf);
  const canBeEmpty = (input.kind === 'choice' && !field.isRequired) || row !== undefined;
  const empty = canBeEmpty && typed.trim() === '' ? [{ id: '', name: none }] : [];
  return { offers: [...empty, ...fits.slice(0, MOST).map(offer)], more: Math.max(0, fits.length - MOST) };
}

function namesOf({ name, aliases = [] }: Option): readonly string[] {
  return [name, ...aliases];
}

function offer({ id, name, detail, ...about }: Option): Offer {
  return { id, name: plainName(name), ...(detail ? { detail: plainName(detail) } : {}), ...plainAbout(about) };
}
