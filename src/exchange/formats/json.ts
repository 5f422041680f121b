import type { PlacedAnnotation } from '../../model/annotation';
import type { Codebook } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import { described } from '../catalogue';
import type { ExportArticle, ExportChunk, ExportInput, Format } from '../format';
import { read } from './json/reading';

/** All in one file, laid out as `JSON.stringify(value, null, 2)` does, with a final newline:
 * `{"format": "policy-annotations-export", "version": 1, "codebooks": […], "articles": [{"path", "codebook", …}]}`. An article is
 * its sidecar's content (format, version, article, coding, annotations sorted by id, at their current positions) after its
 * `path` and the index of its codebook in `codebooks` (left out where it has none).
 *
 * A range that was found again in a changed text has a `confidence` (0 to 1). An annotation whose place in the text isn't sure has a
 * `standing` (uncertain or orphaned) besides, and its ranges have theirs; `orphaned: true` says that a person called its text gone. The offsets of a range that isn't
 * anchored belong to the earlier text whose sha256 is the annotation's `text` (or else to the article's).
 *
 * `start`, `end`: UTF-16 code units of the LF text, end exclusive. UTF-8, LF, no byte order mark; a lone surrogate is written
 * as an escape. Nothing is lost but the likely places of what is uncertain.
 *
 * Read are exports of this kind, and single sidecars and codebooks: see json/reading.ts. */
export const json: Format = {
  ...described('json'),
  write,
  read,
};

async function* write({ codebooks, articles }: ExportInput): AsyncIterable<ExportChunk> {
  const head = JSON.stringify({ format: 'policy-annotations-export', version: 1, codebooks }, null, 2);
  yield { path: '', chunk: `${head.slice(0, -'\n}'.length)},\n  "articles": [` };
  let separator = '\n    ';
  for await (const article of articles) {
    const item = JSON.stringify(sidecarOf(article, codebooks), null, 2).replaceAll('\n', '\n    ');
    yield { path: '', chunk: separator + item };
    separator = ',\n    ';
  }
  yield { path: '', chunk: separator.startsWith(',') ? '\n  ]\n}\n' : ']\n}\n' };
}

function sidecarOf(
  { path, codebook, info, coding, annotations }: ExportArticle,
  codebooks: readonly Codebook[],
): object {
  const index = codebook ? codebooks.indexOf(codebook) : -1;
  return {
    path,
    ...(index >= 0 ? { codebook: index } : {}),
    format: 'policy-annotations',
    version: 1,
    article: info,
    ...(coding.length > 0 ? { coding } : {}),
    annotations: [...annotations].sort((a, b) => compareCodeUnits(a.id, b.id)).map(inSidecar),
  };
}

/** The sidecar's object; JSON leaves out what is undefined. What is anchored needs no word of ours. */
function inSidecar(annotation: PlacedAnnotation): object {
  const isSure = annotation.standing === 'anchored';
  const standing = isSure ? undefined : annotation.standing;
  const target = annotation.target.map(({ candidates, ...range }) =>
    isSure ? { ...range, standing: undefined } : range,
  );
  return { ...annotation, target, standing };
}
