import type { IndexedInfo } from '../../corpus/indexed';
import { metadataFields } from '../../model/article';
import type { Json } from '../../model/json';
import type { Fields } from './filterTerms';

/** What is known of an article, by the names that a filter has for it; attributes by their ids. */
export function* articleFields(path: string, info: Partial<IndexedInfo> | undefined, status: string): Fields {
  yield ['file', path];
  yield ['status', status];
  for (const field of metadataFields) {
    const value = info?.[field];
    if (value !== undefined) yield [field, value];
  }
  for (const [id, value] of Object.entries(info?.attributes ?? {})) yield [id, plain(value)];
}

function plain(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(plain).join(' ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
