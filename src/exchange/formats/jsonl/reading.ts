import type { Json } from '../../../model/json';
import type { Actor, Codebook } from '../../../model/codebook';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedArticle } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import { ImportedAnnotations } from '../../reading/annotations';
import { chosenFiles } from '../../reading/files';
import { fieldOf, isObject, jsonOf } from '../../reading/json';
import { textOf } from '../../reading/text';

interface ArticleDraft {
  title: string | undefined;
  date: string | undefined;
  readonly annotations: ImportedAnnotations;
}

/** Reads annotations a line each. Those that have `resolved` are ours, and keep their ids. Names in `resolved` become items of
 * the codebook, with the id that the annotation has as a former one where it was merged. Throws an {@link InputError} with the line. */
export async function read(source: ImportSource, { progress }: ReadContext): Promise<Imported> {
  const articles = new Map<string, ArticleDraft>();
  const items = new NamedItems();
  for (const path of chosenFiles(source, ['jsonl', 'ndjson', 'json'])) {
    progress(path);
    const text = textOf(await source.bytes(path), path);
    let line = 0;
    for (let from = 0; from < text.length;) {
      line += 1;
      const end = text.indexOf('\n', from);
      const record = text.slice(from, end < 0 ? undefined : end);
      from = end < 0 ? text.length : end + 1;
      if (record.trim() !== '') addLine(record, { path, line }, articles, items);
    }
  }
  return { codebook: items.codebook(), articles: [...articles].map(([path, draft]) => finished(path, draft)) };
}

function addLine(record: string, place: InputPlace, articles: Map<string, ArticleDraft>, items: NamedItems): void {
  const value = parsed(record, place);
  if (!isObject(value)) throw new InputError('The line is not an object', place);
  const path = fieldOf(value, 'article');
  if (typeof path !== 'string' || path.trim() === '') throw new InputError('“article” must be a path', place);
  const article = articles.get(path) ?? { title: undefined, date: undefined, annotations: new ImportedAnnotations() };
  articles.set(path, article);
  const resolved = fieldOf(value, 'resolved');
  const texts = isObject(resolved) ? fieldOf(resolved, 'texts') : undefined;
  const annotation = article.annotations.add(value, {
    ...{ place, within: '', isOurs: isObject(resolved), drop: ['article', 'resolved'] },
    text: Array.isArray(texts) ? texts.find(isHash) : undefined,
  });
  if (!isObject(resolved)) return;
  article.title ??= textIn(resolved, 'title');
  if (annotation.date === undefined) article.date ??= textIn(resolved, 'date');
  for (const name of ['actor', 'topic', 'source'] as const) {
    items.keep(`${name}s`, fieldOf(resolved, name), annotation[name]);
  }
  const actors = fieldOf(resolved, 'actors');
  for (const linked of isObject(actors) ? Object.values(actors).flat() : []) {
    items.keep('actors', linked);
    if (isObject(linked)) items.keep('actors', fieldOf(linked, 'for'));
  }
}

function parsed(record: string, { path, line }: InputPlace): Json {
  try {
    return jsonOf(record, path);
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(error.problem, { path, ...(line === undefined ? {} : { line }) });
    throw error;
  }
}

function textIn(object: Readonly<Record<string, Json | undefined>>, name: string): string | undefined {
  const value = fieldOf(object, name);
  return typeof value === 'string' ? value : undefined;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value);
}

function finished(path: string, { title, date, annotations }: ArticleDraft): ImportedArticle {
  const info = { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
  return {
    ...{ key: path, path, ...(Object.keys(info).length > 0 ? { info } : {}) },
    annotations: annotations.all,
  };
}

/** What `resolved` names, once each. */
class NamedItems {
  readonly #lists = {
    actors: new Map<string, Actor>(),
    topics: new Map<string, Actor>(),
    sources: new Map<string, Actor>(),
  };

  /** @param id by which the annotation refers to it, where that isn't the item's */
  keep(list: 'actors' | 'topics' | 'sources', named: Json | undefined, id?: string): void {
    if (!isObject(named)) return;
    const [itsId, name] = [textIn(named, 'id'), textIn(named, 'name')];
    if (itsId === undefined || itsId === '' || name === undefined || name === '') return;
    const item = this.#lists[list].get(itsId) ?? { id: itsId, name };
    const former = item.formerIds ?? [];
    const isFormer = id !== undefined && id !== itsId && !former.includes(id);
    this.#lists[list].set(itsId, isFormer ? { ...item, formerIds: [...former, id] } : item);
  }

  codebook(): Codebook {
    const lists = Object.entries(this.#lists).filter(([, items]) => items.size > 0);
    const found = Object.fromEntries(lists.map(([name, items]) => [name, [...items.values()]]));
    return { format: 'policy-codebook', version: 1, ...found };
  }
}
