import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import { linksOf } from '../../model/links';
import { plainLabel } from '../pickers/plainLabel';
import { quotation, quoted } from '../wording';
import { finding, type Checked, type Finding, type Fix } from './check';

/** Claims of which nobody says who makes them: not those in the article's own voice, nor motives that it ascribes to somebody. */
export function missingSpeaker({ article, annotations }: Checked): readonly Finding[] {
  const { t } = vscode.l10n;
  return annotations.flatMap(({ annotation, ranges }): Finding[] => {
    const { type, id, attribution } = annotation;
    const isAuthors =
      attribution === 'author' || (attribution === 'imputed' && linksOf(annotation, 'holder').length > 0);
    if (type !== 'claim' || isAuthors || linksOf(annotation, 'speaker').length > 0) return [];
    const which = { article: article.key, id };
    const fixes: Fix[] = [
      { title: t('Link speaker…'), command: 'fix.link', args: [{ ...which, role: 'speaker' }] },
      {
        title: t('The article’s author speaks'),
        command: 'editAnnotation',
        args: [{ ...which, attribution: 'author' }],
      },
    ];
    const severity = vscode.DiagnosticSeverity.Information;
    return [
      finding(article, {
        check: 'missingSpeaker',
        message: t('This claim has no speaker: {0}', said(annotation)),
        severity,
        ranges,
        fixes,
      }),
    ];
  });
}

/** Claims without a place where they were made, and without evidence. */
export function missingSource({ article, annotations }: Checked): readonly Finding[] {
  const { t } = vscode.l10n;
  return annotations.flatMap(({ annotation, ranges }): Finding[] => {
    const isSourced = ['source', 'evidence'].some((role) => linksOf(annotation, role).length > 0);
    if (annotation.type !== 'claim' || isSourced) return [];
    const args = [{ article: article.key, id: annotation.id, role: 'source' }];
    const fixes: Fix[] = [{ title: t('Link source…'), command: 'fix.link', args }];
    const severity = vscode.DiagnosticSeverity.Information;
    return [
      finding(article, {
        check: 'missingSource',
        message: t('This claim has no source: {0}', said(annotation)),
        severity,
        ranges,
        fixes,
      }),
    ];
  });
}

function said(claim: PlacedAnnotation): string {
  return quoted(plainLabel(quotation(claim), 60));
}
