import type { Json, JsonObject } from '../../model/json';
import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import type { Losses } from '../losses';
import { fieldOf, isObject, jsonOf } from '../reading/json';
import { dateIn } from './dates';
import { given } from './metadataFields';

/** schema.org's types of articles, and what pages of governments and institutes are. */
const articleType = /(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Statement)$/;
/** What tells of the article too, where nothing of those types is there: its page, or a work of another kind. */
const pageType = /^(?:WebPage|ItemPage|AboutPage|Recipe|CreativeWork|Legislation|Dataset)$/;

/** What structured data say; `name` is another title. */
export interface ToldInfo extends ImportedInfo {
  readonly name?: string;
}

/** What a page's JSON-LD says of the article in it (schema.org/Article), or at least of its page. Where it tells of several, as of teasers,
 * the first counts. What can't be read is counted and left. */
export function articleInJsonLd(scripts: readonly string[], notes: Losses): ToldInfo {
  const things: JsonObject[] = [];
  for (const script of scripts) {
    try {
      for (const value of listOf(jsonOf(script.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim(), 'JSON-LD'))) {
        if (!isObject(value)) continue;
        things.push(value);
        for (const thing of listOf(fieldOf(value, '@graph'))) if (isObject(thing)) things.push(thing);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      notes.add('broken pieces of structured data (JSON-LD)');
    }
  }
  const byId = new Map(things.map((thing) => [stringIn(thing, '@id') ?? '', thing]));
  const first = (types: RegExp): ToldInfo => {
    const isOfType = (type: Json): boolean => typeof type === 'string' && types.test(type);
    const found = things.find((thing) => listOf(fieldOf(thing, '@type')).some(isOfType));
    return found ? infoOf(found, byId) : {};
  };
  const { date, author, language } = first(pageType);
  return { ...given({ date, author, language }), ...first(articleType) };
}

function infoOf(article: JsonObject, byId: ReadonlyMap<string, JsonObject>): ToldInfo {
  /** The names of persons or organizations: texts, things, or what stands elsewhere under its id. */
  const names = (field: string): string | undefined => {
    const found = listOf(fieldOf(article, field)).map((value) => {
      if (!isObject(value)) return typeof value === 'string' && !/^https?:/.test(value) ? value : undefined;
      return stringIn(value, 'name') ?? stringIn(byId.get(stringIn(value, '@id') ?? '\0') ?? {}, 'name');
    });
    return found.filter((name) => name !== undefined).join(', ') || undefined;
  };
  const page = fieldOf(article, 'mainEntityOfPage');
  const date = stringIn(article, 'datePublished') ?? stringIn(article, 'dateCreated');
  const name = stringIn(article, 'name');
  const info = given({
    title: stringIn(article, 'headline'),
    author: names('author') ?? names('creator'),
    publisher: names('publisher'),
    section: names('articleSection'),
    date: date === undefined ? undefined : dateIn(date),
    url: stringIn(article, 'url') ?? (isObject(page) ? stringIn(page, '@id') : stringIn(article, 'mainEntityOfPage')),
    language: names('inLanguage'),
  });
  return name === undefined ? info : { ...info, name };
}

function stringIn(object: JsonObject, field: string): string | undefined {
  const [value] = listOf(fieldOf(object, field));
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
