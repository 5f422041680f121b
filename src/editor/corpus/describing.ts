import type { CorpusIndex } from '../../corpus/corpusIndex';
import type { ArticleInfo } from '../../model/article';
import { parseSidecar } from '../../sidecar/read';
import { readIfThere } from '../files';
import type { Articles } from '../store/articles';

/** What a sidecar says of the text that it describes, and how much it holds. */
export type DescribedText = Pick<ArticleInfo, 'sha256' | 'length' | 'encoding'> & { readonly annotations: number };

/** By article (uri as text), what the sidecars say of their texts, as they are on disk. */
export async function described(index: CorpusIndex, articles: Articles): Promise<ReadonlyMap<string, DescribedText>> {
  const texts = new Map<string, DescribedText>();
  for (const { uri, info, annotations } of index.articles()) {
    if (info.sha256 !== undefined) texts.set(uri, describedText({ ...info, sha256: info.sha256 }, annotations));
  }
  for (const { key, sidecarUri } of articles.all()) {
    const bytes = await readIfThere(sidecarUri).catch(() => undefined);
    const result = bytes && parseSidecar(bytes);
    if (result?.ok) texts.set(key, describedText(result.value.article, result.value.annotations.length));
  }
  return texts;
}

function describedText(
  { sha256, length, encoding }: Pick<ArticleInfo, 'sha256' | 'length' | 'encoding'>,
  annotations: number,
): DescribedText {
  return { sha256, length, annotations, ...(encoding === undefined ? {} : { encoding }) };
}
