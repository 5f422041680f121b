import { claimsCsv } from './claimsCsv';
import { csv } from './csv';
import type { Format } from './format';
import { json } from './json';
import { jsonl } from './jsonl';
import { markdown } from './markdown';

/** Every format, in the order in which pickers show them. */
export const formats: readonly Format[] = [csv, claimsCsv, jsonl, json, markdown];
