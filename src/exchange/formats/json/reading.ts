import { fileNameOf, SIDECAR_SUFFIX, type ArticleInfo, type Coding } from '../../../model/article';
import type { Codebook } from '../../../model/codebook';
import { articleShape, codebookShape, sidecarShape, type Shape } from '../../../sidecar/shapes';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedArticle } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import { changedShape, expectShape, ImportedAnnotations, rangeShape } from '../../reading/annotations';
import { chosenFiles } from '../../reading/files';
import { fieldOf, isObject, jsonOf } from '../../reading/json';
import { textOf } from '../../reading/text';
import type { Json, JsonObject } from '../../../model/json';
import { renamedArticle } from './renaming';
import { united } from './uniting';

/** Reads exports of the format json, and single sidecars and codebooks too. Several codebooks become one; see uniting.ts. Throws an
 * {@link InputError} with the place. */
export async function read(source: ImportSource, { losses, progress }: ReadContext): Promise<Imported> {
  const codebooks: Codebook[] = [];
  const found: Found[] = [];
  const keys = new Set<string>();
  for (const path of chosenFiles(source, ['json'])) {
    progress(path);
    const place = { path };
    const file = contentOf(jsonOf(textOf(await source.bytes(path), path), path), path);
    const before = codebooks.length;
    codebooks.push(...file.codebooks.map((one, n) => codebookOf(one, place, file.within('codebooks', n))));
    for (const [n, item] of file.articles.entries()) {
      const within = file.within('articles', n);
      const { article, codebook } = articleOf(item, place, within);
      if (codebook !== undefined && codebook >= file.codebooks.length) {
        throw new InputError(
          `${within}.codebook is ${codebook}, and there are ${file.codebooks.length} of them`,
          place,
        );
      }
      if (keys.has(article.key))
        throw new InputError(`The article “${article.path}” is there twice`, { path, at: within });
      keys.add(article.key);
      found.push({ article, codebook: codebook === undefined ? undefined : before + codebook });
    }
  }
  const { codebook, renamings } = united(codebooks, losses);
  return {
    ...(codebook ? { codebook } : {}),
    articles: found.map(({ article, codebook: index }) => {
      const renaming = index === undefined ? undefined : renamings[index];
      return renaming ? renamedArticle(article, renaming) : article;
    }),
  };
}

interface Found {
  readonly article: ImportedArticle;
  readonly codebook: number | undefined;
}

interface Content {
  readonly codebooks: readonly Json[];
  readonly articles: readonly Json[];
  /** The field that an item stands in; empty where the file is the item. */
  readonly within: (list: 'codebooks' | 'articles', n: number) => string;
}

function contentOf(value: Json, path: string): Content {
  if (!isObject(value)) throw new InputError('The file must be an object', { path });
  const format = fieldOf(value, 'format');
  const version = fieldOf(value, 'version');
  if (typeof version === 'number' && version > 1) {
    throw new InputError(`The file is of version ${version}; version 1 is the newest known here`, { path });
  }
  const whole = (): string => '';
  if (format === 'policy-codebook') return { codebooks: [value], articles: [], within: whole };
  if (format === 'policy-annotations') {
    return { codebooks: [], articles: [{ ...value, path: sidecarsArticle(value, path) }], within: whole };
  }
  if (format !== 'policy-annotations-export')
    throw new InputError('format must be "policy-annotations-export"', { path });
  const [codebooks = [], articles] = [fieldOf(value, 'codebooks'), fieldOf(value, 'articles')];
  if (!Array.isArray(codebooks)) throw new InputError('codebooks must be a list', { path });
  if (!Array.isArray(articles)) throw new InputError('articles must be a list', { path });
  return {
    codebooks: codebooks as readonly Json[],
    articles: articles as readonly Json[],
    within: (list, n) => `${list}[${n}]`,
  };
}

/** Where a sidecar's article lies: beside it. */
function sidecarsArticle(sidecar: JsonObject, path: string): string {
  if (path.endsWith(SIDECAR_SUFFIX)) return path.slice(0, -SIDECAR_SUFFIX.length);
  const article = fieldOf(sidecar, 'article');
  const file = article !== undefined && isObject(article) ? fieldOf(article, 'file') : undefined;
  return path.slice(0, -fileNameOf(path).length) + (typeof file === 'string' ? file : fileNameOf(path));
}

function codebookOf(value: Json, place: InputPlace, within: string): Codebook {
  expectShape(value, codebookShape, place, within);
  return value as Codebook & Json;
}

/** An article of an export; what its file's name, hash and length are stands apart from what is known of it. */
interface Exported {
  readonly path?: string;
  readonly codebook?: number;
  readonly article?: Partial<ArticleInfo>;
  readonly coding?: readonly Coding[];
  readonly annotations: unknown;
}

const exportedShape: Shape = changedShape(
  sidecarShape,
  {
    path: 'id',
    codebook: 'count',
    article: { object: changedShape(articleShape, { excluded: { list: rangeShape } }, []) },
    // Each is looked at by itself later.
    annotations: { list: { fields: new Map(), order: new Map(), required: [] } },
  },
  ['annotations'],
);

function articleOf(value: Json, place: InputPlace, within: string): Found {
  expectShape(value, exportedShape, place, within);
  const { path, codebook, article = {}, coding = [], annotations } = value as unknown as Exported;
  const { file, sha256, length, excluded = [], ...info } = article;
  const itsPath = path ?? file;
  if (itsPath === undefined) throw new InputError(`${within} needs "path"`, place);
  const list = new ImportedAnnotations();
  for (const [n, annotation] of (annotations as readonly Json[]).entries()) {
    list.add(annotation, { place, within: `${within === '' ? '' : `${within}.`}annotations[${n}]`, isOurs: true });
  }
  return {
    codebook,
    article: {
      ...{ key: itsPath, path: itsPath },
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(Object.keys(info).length > 0 ? { info } : {}),
      ...(excluded.length > 0 ? { excluded } : {}),
      ...(coding.length > 0 ? { coding } : {}),
      annotations: list.all,
    },
  };
}
