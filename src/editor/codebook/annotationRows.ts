import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Choice } from '../pickers/choose';
import { typeIcon } from '../pickers/fieldWords';
import { plainLabel } from '../pickers/plainLabel';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import { headline, quotation, quoted } from '../wording';

/** Annotations of several articles as lines of a list, each article under its path. */
export function annotationGroups<T>(
  articles: readonly { readonly article: Article; readonly annotations: readonly PlacedAnnotation[] }[],
  lists: EffectiveCodebook,
  value: (article: Article, annotation: PlacedAnnotation) => T,
  picked: boolean,
): readonly { readonly label: string; readonly choices: readonly Choice<T>[] }[] {
  return articles.flatMap(({ article, annotations }) => {
    const choices = annotations.map((annotation): Choice<T> => {
      const line = article.positionAt(placesOf(article, annotation)[0]?.start ?? 0).line + 1;
      return {
        label: `${typeIcon(annotation.type)} ${plainLabel(quoted(quotation(annotation)))}`,
        description: plainLabel(`${headline(annotation, lists)} · ${vscode.l10n.t('line {0}', line)}`),
        picked,
        value: value(article, annotation),
      };
    });
    return choices.length > 0 ? [{ label: plainLabel(vscode.workspace.asRelativePath(article.uri)), choices }] : [];
  });
}
