import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import { references, type Referent } from '../../model/references';
import { plainLabel } from '../pickers/plainLabel';
import { finding, type Checked, type Finding, type Fix } from './check';

/** What annotations and their links refer to that the codebook doesn't know. */
export function unknownIds({ article, lists, annotations }: Checked): readonly Finding[] {
  const known = knownIds(lists);
  const unsure = annotations.filter(({ annotation }) => !allKnown(annotation, known));
  return unsure.flatMap(({ annotation, ranges }) =>
    references(annotation)
      .filter(({ kind, id }) => !known[kind].has(id))
      .map(({ kind, id }) =>
        finding(article, {
          check: 'unknownIds',
          message: messageOf(kind, id),
          severity: vscode.DiagnosticSeverity.Warning,
          ranges,
          fixes: fixesOf(kind, id, article.key),
        }),
      ),
  );
}

type Known = { readonly [kind in Referent]: ReadonlySet<string> };

/** Nearly all are, and there may be many: this makes no lists. */
function allKnown({ actor, topic, source, links }: PlacedAnnotation, known: Known): boolean {
  const has = (kind: Referent, id: string | undefined): boolean => id === undefined || known[kind].has(id);
  const areLinksKnown = links?.every(
    (link) => has('actor', link.actor) && has('actor', link.for) && has('source', link.source),
  );
  return has('actor', actor) && has('topic', topic) && has('source', source) && (areLinksKnown ?? true);
}

function knownIds({ actors, topics, sources }: EffectiveCodebook): Known {
  const ids = (list: readonly { readonly id: string; readonly formerIds?: readonly string[] }[]): ReadonlySet<string> =>
    new Set(list.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
  return { actor: ids(actors), topic: ids(topics), source: ids(sources) };
}

function messageOf(kind: Referent, id: string): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'actor':
      return t('The codebook has no actor “{0}”.', id);
    case 'topic':
      return t('The codebook has no topic “{0}”.', id);
    case 'source':
      return t('The codebook has no source “{0}”.', id);
  }
}

function fixesOf(kind: Referent, id: string, article: string): readonly Fix[] {
  const { t } = vscode.l10n;
  const args = [{ article, kind, id }];
  const shown = plainLabel(id, 40);
  const chooseTitles = {
    actor: t('Choose another actor for “{0}” in this article…', shown),
    topic: t('Choose another topic for “{0}” in this article…', shown),
    source: t('Choose another source for “{0}” in this article…', shown),
  };
  return [
    { title: chooseTitles[kind], command: 'fix.chooseKnown', args },
    { title: t('Add “{0}” to the codebook', shown), command: 'fix.addToCodebook', args },
  ];
}
