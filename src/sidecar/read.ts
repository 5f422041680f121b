import type { Sidecar } from '../model/article';
import type { Codebook } from '../model/codebook';
import type { Issue, IssueCode } from './check';
import { checkShape } from './check';
import type { JsonProblemCode, Loss } from './guard';
import { scan } from './guard';
import { printCodebook, printSidecar } from './print';
import { checkCodebookRules, checkSidecarRules } from './rules';
import type { Shape } from './shapes';
import { codebookShape, sidecarShape } from './shapes';
import { decoded, textBeforeBreak } from './utf8';

export type ProblemCode = IssueCode | JsonProblemCode | 'empty' | 'not-utf8' | 'newer-version' | 'too-large';

/** Why a file can't be read. */
export interface FileProblem {
  readonly code: ProblemCode;
  /** In English, of a sentence's length, without the file's name and the line. */
  readonly message: string;
  /** The field, as "annotations[3].target[0].start"; absent where the whole file is meant. */
  readonly field?: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** Why a file that can be read must not be written: something in it would be changed or lost. */
export interface ReadOnlyReason {
  readonly code: 'newer-version' | 'too-large' | Loss['code'];
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export type ReadResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Whether the file's bytes are those that printing `value` gives. */
      readonly canonical: boolean;
      readonly readOnly?: ReadOnlyReason;
    }
  | { readonly ok: false; readonly problem: FileProblem };

/** A file's value where it can be read. */
export type ParseResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FileProblem };

/** The highest version of either format that we write. */
export const FORMAT_VERSION = 1;

/** A larger file isn't read: its text would hardly fit into one string. */
export const MAX_BYTES = 256 * 1024 * 1024;

interface FileFormat<T> {
  readonly format: string;
  readonly shape: Shape;
  readonly rules: (value: T) => Issue | undefined;
  readonly print: (value: T) => string;
}

const sidecarFormat: FileFormat<Sidecar> = {
  format: 'policy-annotations',
  shape: sidecarShape,
  rules: checkSidecarRules,
  print: printSidecar,
};

const codebookFormat: FileFormat<Codebook> = {
  format: 'policy-codebook',
  shape: codebookShape,
  rules: checkCodebookRules,
  print: printCodebook,
};

/** Reads the bytes of a sidecar file. Never throws; unknown fields and annotation types stay in the value. */
export function readSidecar(bytes: Uint8Array): ReadResult<Sidecar> {
  return read(bytes, sidecarFormat);
}

/** Reads the bytes of a codebook file. Never throws; unknown fields stay in the value. */
export function readCodebook(bytes: Uint8Array): ReadResult<Codebook> {
  return read(bytes, codebookFormat);
}

/** As {@link readSidecar}, for whoever doesn't write the file: with all checks of the content, in half the time. */
export function parseSidecar(bytes: Uint8Array): ParseResult<Sidecar> {
  return parse(bytes, sidecarFormat);
}

function read<T>(bytes: Uint8Array, file: FileFormat<T>): ReadResult<T> {
  const parsed = parse(bytes, file);
  return parsed.ok ? { ok: true, value: parsed.value, ...rewriting(parsed, file) } : parsed;
}

interface Parsed<T> {
  readonly ok: true;
  readonly value: T;
  /** The file's whole text. */
  readonly content: string;
}

/** The quick way is all native but for the check; our own slow scan runs only where a file isn't right. */
function parse<T>(bytes: Uint8Array, file: FileFormat<T>): Parsed<T> | { ok: false; problem: FileProblem } {
  if (bytes.length > MAX_BYTES) {
    return refuse('', 0, 'too-large', `The file has more than ${MAX_BYTES / 1024 / 1024} MB`);
  }
  const content = decoded(bytes);
  if (content === undefined) return refuse(textBeforeBreak(bytes), undefined, 'not-utf8', 'The file is not UTF-8');
  const text = withoutMark(content);
  if (text.trim() === '') return refuse('', 0, 'empty', 'The file is empty');

  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseJson(text);
  }
  const issue = checkFormat(value, file.format) ?? checkShape(value, file.shape) ?? file.rules(value as T);
  if (!issue) return { ok: true, value: value as T, content };
  const version = versionOf(value);
  if (issue.code === 'not-ours' || version <= FORMAT_VERSION) return refuseIssue(text, issue);
  return refuse(text, scan(text, ['version']).sought, 'newer-version', newer(version), 'version');
}

/** What becomes of a file that is written again: whether it stays as it is, and why it must not be. */
function rewriting<T>(
  { value, content }: Parsed<T>,
  file: FileFormat<T>,
): Pick<Extract<ReadResult<T>, { ok: true }>, 'canonical' | 'readOnly'> {
  const text = withoutMark(content);
  const printed = printedOrNot(value, file.print);
  const version = versionOf(value);
  const readOnly =
    version > FORMAT_VERSION
      ? reason(text, scan(text, ['version']).sought, 'newer-version', newer(version))
      : printed === text
        ? undefined
        : firstLoss(text, printed);
  return { canonical: printed === content, ...(readOnly ? { readOnly } : {}) };
}

const BYTE_ORDER_MARK = '\uFEFF';

function withoutMark(content: string): string {
  return content.startsWith(BYTE_ORDER_MARK) ? content.slice(1) : content;
}

function checkFormat(parsed: unknown, format: string): Issue | undefined {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const given = (parsed as { format?: unknown }).format;
  return given === format ? undefined : { code: 'not-ours', message: `must be "${format}"`, path: ['format'] };
}

function versionOf(parsed: unknown): number {
  const version: unknown = (parsed as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : 0;
}

function newer(version: number): string {
  return `The file is of version ${version}; version ${FORMAT_VERSION} is the newest known here`;
}

/** Undefined where the printed text would be longer than a string can be. */
function printedOrNot<T>(value: T, print: (value: T) => string): string | undefined {
  try {
    return print(value);
  } catch {
    return undefined;
  }
}

function firstLoss(text: string, printed: string | undefined): ReadOnlyReason | undefined {
  if (printed === undefined) return reason(text, 0, 'too-large', 'The file is too large to be written');
  const loss = scan(text).loss;
  return loss && reason(text, loss.offset, loss.code, loss.message);
}

function reason(text: string, offset: number, code: ReadOnlyReason['code'], message: string): ReadOnlyReason {
  return { code, message, ...placeOf(text, offset) };
}

function refuseJson(text: string): { ok: false; problem: FileProblem } {
  const { problem } = scan(text);
  return refuse(text, problem?.offset ?? 0, problem?.code ?? 'not-json', problem?.message ?? 'The file is not JSON');
}

function refuseIssue(text: string, issue: Issue): { ok: false; problem: FileProblem } {
  const { sought } = scan(text, issue.path);
  if (issue.path.length === 0) {
    return refuse(text, sought, issue.code, `The file ${issue.message}`);
  }
  const field = fieldName(issue.path);
  return refuse(text, sought, issue.code, `${field} ${issue.message}`, field);
}

/** ["annotations", 3, "target"] gives "annotations[3].target". */
export function fieldName(path: readonly (string | number)[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}

/** `offset` undefined means the text's end. */
function refuse(
  text: string,
  offset: number | undefined,
  code: ProblemCode,
  message: string,
  field?: string,
): { ok: false; problem: FileProblem } {
  const place = placeOf(text, offset ?? text.length);
  return { ok: false, problem: { code, message, ...(field !== undefined && { field }), ...place } };
}

/** Line and column, both from 1, of an offset; lines end at LF, CRLF and CR, as in an editor. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
