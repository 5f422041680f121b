import { daysOf } from '../../../analysis/dates';
import type { Chosen, Days, FromPicture, PictureScope, PictureState } from '../../../model/picture';

type Fields = Readonly<Record<string, unknown>>;

/** A message from a picture's page, if it is one: what comes from a page is checked before it is used. */
export function received(message: unknown): FromPicture | undefined {
  if (!isObject(message)) return undefined;
  const { type, change, name, value, key, article, annotation, format, request, content, from, to, start, end } =
    message;
  switch (type) {
    case 'ready':
      return { type };
    case 'set':
      return isCount(change) && typeof name === 'string' && isValue(value) ? { type, change, name, value } : undefined;
    case 'reset':
      return isCount(change) ? { type, change } : undefined;
    case 'claims':
      return typeof key === 'string' ? { type, key } : undefined;
    case 'goTo':
      return typeof article === 'string' && typeof annotation === 'string' ? { type, article, annotation } : undefined;
    case 'place':
      return typeof article === 'string' && isCount(start) && isCount(end) && start <= end
        ? { type, article, start, end }
        : undefined;
    case 'stop':
      return { type };
    case 'save':
    case 'copyCommand':
      return typeof format === 'string' ? { type, format } : undefined;
    case 'drawn':
      return isCount(request) && typeof content === 'string' ? { type, request, content } : undefined;
    case 'filter':
      if (from === undefined && to === undefined) return { type };
      return isDay(from) && isDay(to) ? { type, from, to } : undefined;
    default:
      return undefined;
  }
}

/** What a page kept over a reload of the window, as far as it is as it should be. */
export function keptState(state: unknown): Pick<PictureState, 'chosen' | 'scope'> | undefined {
  if (!isObject(state)) return undefined;
  const { chosen, scope } = state;
  const isChosen = isObject(chosen) && Object.values(chosen).every(isValue);
  return isChosen ? { chosen: chosen as Chosen, scope: scopeOf(scope) } : undefined;
}

function scopeOf(scope: unknown): PictureScope {
  return isObject(scope) && typeof scope['article'] === 'string' ? { article: scope['article'] } : {};
}

/** Whether it can be the value of a setting; whether it is a good one, the settings' reader says. */
export function isValue(value: unknown): value is Chosen[string] {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Whether it says from which day to which. */
export function isDays(value: unknown): value is Days {
  return isObject(value) && isDay(value['from']) && isDay(value['to']);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && daysOf(value) !== undefined;
}
