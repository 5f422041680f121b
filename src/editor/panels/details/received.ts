import { actions, type Subject } from '../../../model/form';
import type { FromPage } from '../../../model/formMessages';

type Fields = Readonly<Record<string, unknown>>;

/** A message from the page, if it is one: what comes from a page is checked before it is used. */
export function received(message: unknown): FromPage | undefined {
  if (!isObject(message)) return undefined;
  switch (message['type']) {
    case 'leave':
      return { type: 'leave' };
    case 'ready': {
      const { wanted } = message;
      const subject = isObject(wanted) ? subjectOf(wanted) : undefined;
      const cursor = isObject(wanted) ? wanted['cursor'] : undefined;
      return { type: 'ready', ...(subject && isCount(cursor) ? { wanted: { subject, cursor } } : {}) };
    }
  }
  const subject = subjectOf(message);
  return subject && about(subject, message);
}

function about(subject: Subject, message: Fields): FromPage | undefined {
  const { type, field, row, value, typed, request, change, annotation } = message;
  const spot = typeof field === 'string' ? { subject, field, ...(typeof row === 'string' ? { row } : {}) } : undefined;
  switch (type) {
    case 'ask':
      if (!spot || !isCount(request) || typeof typed !== 'string') return undefined;
      return { type, request, typed, ...spot };
    case 'change': {
      const how = (['set', 'add', 'remove'] as const).find((one) => one === message['how']);
      if (!spot || !isCount(change) || !how || typeof value !== 'string') return undefined;
      return { type, change, how, value, ...spot };
    }
    case 'goTo':
      return { type, subject, ...(typeof annotation === 'string' ? { annotation } : {}) };
    case 'act': {
      const does = actions.find((one) => one === message['does']);
      return does && { type, subject, does };
    }
    case 'show':
    case 'undo':
    case 'redo':
      return { type, subject };
    default:
      return undefined;
  }
}

function subjectOf(message: Fields): Subject | undefined {
  const { subject } = message;
  if (!isObject(subject)) return undefined;
  const { article, annotation } = subject;
  if (typeof article !== 'string') return undefined;
  return { article, ...(typeof annotation === 'string' ? { annotation } : {}) };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
