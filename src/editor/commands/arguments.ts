import * as vscode from 'vscode';
import type { Attributes } from '../../model/annotation';
import { isPartialDate } from '../../model/partialDate';
import type { Range } from '../../model/range';
import { UserError } from '../userError';

/**
 * The argument object of a command. Each getter gives undefined where the field is absent, null where it is null (which
 * removes a field in `editAnnotation`), and throws a {@link UserError} where it has another type.
 */
export class Arguments {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /**
   * What a command was called with: the argument object, or undefined where a person called it from the palette, a menu
   * (VS Code passes the uri) or a key without arguments.
   */
  static from(first: unknown): Arguments | undefined {
    if (first === undefined || first === null || first instanceof vscode.Uri) return undefined;
    if (typeof first !== 'object' || Array.isArray(first)) {
      throw new UserError(vscode.l10n.t('The command takes one object, such as {0}.', '{"actor": "North Korea"}'));
    }
    return isRemoteUri(first) ? undefined : new Arguments(first as Record<string, unknown>);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  /** Throws where a field isn't one of these: a misspelt one must not be passed over in silence. */
  only(...names: readonly string[]): this {
    const unknown = Object.keys(this.fields).filter((name) => !names.includes(name));
    if (unknown.length === 0) return this;
    throw new UserError(
      vscode.l10n.t('Unknown argument {0}. This command takes: {1}.', quoted(unknown), names.join(', ')),
    );
  }

  /** Whatever it is: to be checked by who asks. */
  plain(name: string): unknown {
    return this.fields[name];
  }

  /** An object with fields of its own. */
  object(name: string): Arguments | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) throw wrong(name, vscode.l10n.t('an object'));
    return new Arguments(value as Record<string, unknown>);
  }

  /** A text that isn't blank, trimmed. */
  text(name: string): string | null | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return value;
    if (typeof value !== 'string' || value.trim() === '') throw wrong(name, vscode.l10n.t('a text'));
    return value.trim();
  }

  given(name: string): string | undefined {
    return this.text(name) ?? undefined;
  }

  required(name: string): string {
    const value = this.given(name);
    if (value === undefined) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', name));
    return value;
  }

  /** Which of several things, counted from 0. */
  index(name: string): number | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
      throw wrong(name, vscode.l10n.t('a whole number, from 0 on'));
    return value;
  }

  /** Whether something is meant. */
  flag(name: string): boolean | undefined {
    const value = this.fields[name];
    if (value === undefined || typeof value === 'boolean') return value;
    throw wrong(name, vscode.l10n.t('true or false'));
  }

  /** One text or a list of texts, as a list. */
  texts(name: string): readonly string[] | null | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return value;
    if (typeof value === 'string' && value.trim() !== '') return [value.trim()];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '')) {
      return value.map((item: string) => item.trim());
    }
    throw wrong(name, vscode.l10n.t('a text or a list of texts'));
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | null | undefined {
    const value = this.text(name);
    if (value === undefined || value === null || choices.includes(value as T)) return value as T | null | undefined;
    throw new UserError(vscode.l10n.t('“{0}” is no {1}; it is one of: {2}.', value, name, choices.join(', ')));
  }

  /** A date that may be partial: year, month or day. */
  date(name: string): string | null | undefined {
    const value = this.text(name);
    if (value && !isPartialDate(value)) throw wrong(name, vscode.l10n.t('a date such as 2023-12-18, 2023-12 or 2023'));
    return value;
  }

  /** An absolute web address. */
  url(name: string): string | null | undefined {
    const value = this.text(name);
    if (value && !/^https?:\/\/\S+$/i.test(value))
      throw wrong(name, vscode.l10n.t('a web address that begins with http:// or https://'));
    return value;
  }

  attributes(name: string): Attributes | null | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return value;
    if (typeof value !== 'object' || Array.isArray(value)) throw wrong(name, vscode.l10n.t('an object'));
    return value as Attributes;
  }

  /** A file: a Uri, a uri as text, or a path. A relative one counts from the first workspace folder; where there are
   * several, it may begin with the name of another, as VS Code shows such paths. */
  uri(name: string): vscode.Uri | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return undefined;
    const uri = uriOf(value);
    if (uri) return uri;
    throw wrong(name, vscode.l10n.t('a Uri or a text'));
  }

  /** One file or a list of files, as a list, each as {@link uri} takes it. */
  uris(name: string): readonly vscode.Uri[] | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return undefined;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((one) => {
      const uri = uriOf(one);
      if (uri) return uri;
      throw wrong(name, vscode.l10n.t('a Uri or a text, or a list of them'));
    });
  }

  /** Annotations of any articles, each by its article and its id. */
  annotations(name: string): readonly { readonly article: vscode.Uri; readonly id: string }[] | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    const expected = vscode.l10n.t('a list of {0}', '{article, id}');
    if (!Array.isArray(value)) throw wrong(name, expected);
    return value.map((item: unknown) => {
      if (typeof item !== 'object' || item === null) throw wrong(name, expected);
      const fields = new Arguments(item as Record<string, unknown>).only('article', 'id');
      const article = fields.uri('article');
      if (!article) throw wrong(name, expected);
      return { article, id: fields.required('id') };
    });
  }

  /** The target of `range` or `ranges`, unchecked but for its shape; undefined where neither is given. */
  ranges(): readonly Range[] | undefined {
    const { range, ranges } = this.fields;
    if (range === undefined && ranges === undefined) return undefined;
    const list = ranges ?? [range];
    if (!Array.isArray(list) || list.length === 0 || !list.every(isRange)) {
      throw wrong(ranges === undefined ? 'range' : 'ranges', vscode.l10n.t('{0} in offsets', '{start, end}'));
    }
    return list.map(({ start, end }) => ({ start, end }));
  }
}

function isRange(value: unknown): value is Range {
  const range = value as Partial<Range> | null;
  return typeof range === 'object' && typeof range?.start === 'number' && typeof range.end === 'number';
}

/** A Uri that came from another process as plain data. */
function isRemoteUri(value: object): value is vscode.Uri {
  return '$mid' in value && 'scheme' in value && 'path' in value;
}

/** Undefined where the value is none. */
function uriOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  if (typeof value === 'object' && value !== null && isRemoteUri(value)) return vscode.Uri.from(value);
  return typeof value === 'string' && value !== '' ? uriFrom(value) : undefined;
}

function uriFrom(text: string): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  // "c:\…" is a drive, not a scheme.
  if (/^[a-z][a-z0-9+.-]+:/i.test(text)) return vscode.Uri.parse(text, true);
  if (/^([a-z]:)?[\\/]/i.test(text))
    return root ? root.with({ path: vscode.Uri.file(text).path }) : vscode.Uri.file(text);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = folders.length > 1 ? folders.find(({ name }) => text.startsWith(`${name}/`)) : undefined;
  if (named) return vscode.Uri.joinPath(named.uri, text.slice(named.name.length + 1));
  if (root) return vscode.Uri.joinPath(root, text);
  throw new UserError(vscode.l10n.t('“{0}” is a relative path, and no folder is open.', text));
}

function wrong(name: string, expected: string): UserError {
  return new UserError(vscode.l10n.t('The argument “{0}” must be {1}.', name, expected));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
