import * as vscode from 'vscode';
import { Behind } from '../../../../analysis/behind';
import { contradictionTable, type Contradiction } from '../../../../analysis/evidence/contradictions';
import { EvidenceCollector, evidenceTable, type Evidence } from '../../../../analysis/evidence/evidence';
import { evidenceSettings, readEvidenceSettings } from '../../../../analysis/evidence/settings';
import type { TableData, TableRow } from '../../../../model/picture';
import { claimsInWords } from '../countWords';
import type { Articles, AsyncWork, Computed, Picture, TextReading } from '../picture';
import { chartFormats, computedChart, idsOf, labelIn, labelOf } from './computed';
import { missingWords } from './missing';
import { tableOf } from './tables';
import { throughTexts } from './through';
import { chartWords, shownLabel, supportWords } from './words';

const { t } = vscode.l10n;

/** What speaks for and against claims, and who contradicts themselves. */
export function evidencePicture(): Picture {
  return {
    title: t('Evidence'),
    settings: evidenceSettings,
    begins: {},
    first: ['show', 'by', 'from', 'to'],
    formats: chartFormats('evidence', evidenceSettings),
    labels: {
      show: t('Show'),
      'show.evidence': t('sources and evidence'),
      'show.contradictions': t('contradictions'),
      by: t('Claims by'),
      verdict: t('Attribute of the verdict'),
      top: shownLabel(),
    },
    words: chartWords(),
    off: (given) => {
      const why = t('Of sources and evidence only');
      return given['show'] === 'contradictions' ? { by: why, verdict: why } : {};
    },
    check: (given) => void readEvidenceSettings(given),
    compute: (given, articles, texts) => {
      const behind = new Behind();
      const collector = new EvidenceCollector(readEvidenceSettings(given), behind);
      return collected(collector, behind, articles, texts);
    },
  };
}

/** With the texts: a source that is no more than a passage goes by its words. */
async function* collected(
  collector: EvidenceCollector,
  behind: Behind,
  articles: Articles,
  texts: TextReading,
): AsyncWork<Computed> {
  yield* throughTexts(articles, texts, ({ article }) => collector.add(article));
  return computed(collector.result(), behind);
}

function computed(figures: Evidence, behind: Behind): Computed {
  const { settings, groups, claims, contradictions, counts } = figures;
  const isEvidence = settings.show === 'evidence';
  const isEmpty = isEvidence ? claims.length === 0 : contradictions.length === 0;
  const nobody = t('Nobody is for a topic by one claim and against it by another.');
  return computedChart({
    title: isEvidence
      ? t('Sources and evidence by {0}', labelOf(settings.by))
      : t('For and against one topic, by date'),
    // Claims aren't drawn one by one.
    chart: { chart: 'evidence', figures: { ...figures, claims: [], ...(isEvidence ? { contradictions: [] } : {}) } },
    tables: isEvidence ? [claimTable(figures)] : [sideTable(contradictions)],
    file: isEvidence ? evidenceTable(figures) : contradictionTable(contradictions),
    nothing: missingWords(counts, isEmpty, nobody),
    ...{ counted: [claimsInWords(counts)], behind },
    nameOf: (key) => {
      const ids = idsOf(key);
      const same = contradictions.find((one) => one.key === key);
      if (same) return `${same.actor.label} – ${same.topic.label}`;
      return labelIn(groups, ids[0]);
    },
  });
}

function claimTable({ claims }: Evidence): TableData {
  const columns = [
    ...[t('Topic'), t('Position'), t('Stance'), t('Date'), t('Where it was said')],
    ...[t('Evidence'), t('Counterevidence'), t('What speaks for it'), t('Verdict'), t('Article')],
  ];
  const list = (names: readonly string[]): string => names.join('; ');
  const rows = claims.map((claim): TableRow => ({
    place: { article: claim.article, annotation: claim.id },
    cells: [
      ...[claim.topic ?? t('(no topic)'), list(claim.positions), claim.stance ?? '', claim.date ?? ''],
      ...[list(claim.said), list(claim.evidence), list(claim.counterevidence), supportWords(claim.support)],
      ...[claim.verdict ?? '', claim.path],
    ],
  }));
  return tableOf(t('Claims'), columns, rows);
}

function sideTable(contradictions: readonly Contradiction[]): TableData {
  const rows = contradictions.flatMap(({ actor, topic, sides }) =>
    sides.map(({ article, id, path, date, isFor, isLinked }): TableRow => ({
      place: { article, annotation: id },
      cells: [actor.label, topic.label, date ?? '', isFor ? t('for') : t('against'), path, isLinked ? t('yes') : ''],
    })),
  );
  const columns = [t('Actor'), t('Topic'), t('Date'), t('Side'), t('Article'), t('Linked as a contradiction')];
  return tableOf(t('For and against one topic'), columns, rows);
}
