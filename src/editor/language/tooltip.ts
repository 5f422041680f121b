import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { showUnseen } from '../../model/unseen';
import type { ActiveContent } from '../activeArticle';
import { plainLabel } from '../pickers/plainLabel';
import { quotation, quoted } from '../wording';
import { decisionDetails, details, whoAndWhen, type Detail } from './details';

/** The tooltip of an annotation's row in a view, as plain text. */
export function tooltipOf({ article, codebook }: ActiveContent, id: string): string | undefined {
  const annotation = article.shownAnnotation(id);
  if (!annotation) return undefined;
  const find = (other: string): PlacedAnnotation | undefined => article.shownAnnotation(other);
  return annotationTooltip(annotation, codebook.lists, find, decisionDetails(article, annotation, codebook.lists));
}

/** As {@link tooltipOf}; `find` gives the annotations that it links to. */
export function annotationTooltip(
  annotation: PlacedAnnotation,
  lists: EffectiveCodebook,
  find: (id: string) => PlacedAnnotation | undefined,
  more: readonly Detail[] = [],
): string {
  const lines = [...details(annotation, lists, find), ...more].map(({ label, value }) => `${label}: ${value}`);
  const words = quoted(showUnseen(quotation(annotation, 300)));
  return [words, ...lines, plainLabel(whoAndWhen(annotation))].filter((line) => line !== '').join('\n');
}
