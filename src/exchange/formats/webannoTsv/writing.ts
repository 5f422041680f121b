import type { Losses } from '../../losses';
import { ID, LABEL, PART, RELATION_LAYER, relationFeatures, ROLE, SPAN_LAYER } from '../../spans/layers/names';
import { featuresIn, layerAnnotations, layerRelation } from '../../spans/layers/writing';
import type { SpanDocument } from '../../spans/spanDocument';
import { sentencesAndTokens } from '../../../anchoring/tokens';
import { escapeText, escapeValue } from './escaping';
import { Units, type Placed, type Unit } from './units';

interface PlacedRelation {
  readonly features: ReadonlyMap<string, string>;
  readonly from: Placed;
  readonly to: Placed;
}

/** A document as a file, in pieces. */
export function* tsv(document: SpanDocument, losses: Losses): Generator<string> {
  const { text } = document;
  const sentences = sentencesAndTokens(text);
  const blank = text.slice(0, sentences[0]?.start).replaceAll(' ', '').length;
  losses.add('tabs, line breaks and the like before the first word (written as spaces)', blank);
  const units = new Units(sentences);
  const relations = relationsByUnit(document, place(document, units, losses), losses);

  const spanColumns = [LABEL, ID, ...featuresIn(document).filter((name) => name !== PART)];
  if (document.spans.some(({ ranges }) => ranges.length > 1)) spanColumns.splice(2, 0, PART);
  const names = new Set(document.relations.flatMap(({ features }) => [...features.keys()]));
  const relationColumns = [
    ROLE,
    ...[...relationFeatures].filter(([name]) => names.has(name)).map(([, feature]) => feature),
  ];
  yield `#FORMAT=WebAnno TSV 3.3\n#T_SP=${[SPAN_LAYER, ...spanColumns].join('|')}\n`;
  const hasRelations = relations.size > 0;
  if (hasRelations) yield `#T_RL=${[RELATION_LAYER, ...relationColumns, `BT_${SPAN_LAYER}`].join('|')}\n`;
  yield '\n';

  const row = (unit: Unit): string => {
    const cells = spanColumns.map((name) => cell(unit.annotations.map((one) => value(one, name, one.number, losses))));
    const here = hasRelations ? relationCells(relations.get(unit) ?? [], relationColumns, losses) : [];
    return `${[unit.id, `${unit.start}-${unit.end}`, text.slice(unit.start, unit.end), ...cells, ...here].join('\t')}\t\n`;
  };
  for (const [n, { start }] of sentences.entries()) {
    const lines = text.slice(start, sentences[n + 1]?.start ?? text.length).split('\n');
    yield `\n${lines.map((line) => `#Text=${escapeText(line)}\n`).join('')}`;
    for (const [token, parts] of units.rowsOf(n)) yield [token, ...parts].map(row).join('');
  }
}

/** The first annotation of each span, by the span's id. */
function place({ text, spans }: SpanDocument, units: Units, losses: Losses): ReadonlyMap<string, Placed> {
  const firsts = new Map<string, Placed>();
  const all: Placed[] = [];
  for (const span of spans) {
    for (const { start, end, features } of layerAnnotations(span)) {
      const placed = units.place({ start, end }, features);
      if (!placed) {
        losses.add('ranges of white space alone');
        continue;
      }
      const said = text.slice(start, end);
      if (said !== said.trim()) losses.add('ranges that began or ended in white space (cut to the words)');
      all.push(placed);
      if (!firsts.has(span.id)) firsts.set(span.id, placed);
    }
  }
  units.number(all);
  return firsts;
}

/** A relation stands in the row that its end begins with. */
function relationsByUnit(
  { relations }: SpanDocument,
  firsts: ReadonlyMap<string, Placed>,
  losses: Losses,
): ReadonlyMap<Unit, readonly PlacedRelation[]> {
  const found = new Map<Unit, PlacedRelation[]>();
  for (const relation of relations) {
    const [from, to] = [firsts.get(relation.from), firsts.get(relation.to)];
    const unit = to?.units[0];
    if (!from || !to || !unit) {
      losses.add('links to annotations that aren’t there');
      continue;
    }
    const here = found.get(unit) ?? [];
    here.push({ features: layerRelation(relation), from, to });
    found.set(unit, here);
  }
  return found;
}

function relationCells(here: readonly PlacedRelation[], columns: readonly string[], losses: Losses): string[] {
  const from = here.map(({ from: source, to }) => {
    const numbers =
      source.number === undefined && to.number === undefined ? '' : `[${source.number ?? 0}_${to.number ?? 0}]`;
    return `${source.units[0]?.id ?? ''}${numbers}`;
  });
  return [...columns.map((name) => cell(here.map((one) => value(one, name, undefined, losses)))), cell(from)];
}

function value(
  { features }: { readonly features: ReadonlyMap<string, string> },
  name: string,
  number: number | undefined,
  losses: Losses,
): string {
  const said = features.get(name);
  const suffix = number === undefined ? '' : `[${number}]`;
  if (said === undefined) return `*${suffix}`;
  if (said.includes('\r')) losses.add('texts with carriage returns (written as line feeds)');
  return escapeValue(said.replace(/\r\n?/g, '\n')) + suffix;
}

function cell(stacked: readonly string[]): string {
  return stacked.length === 0 ? '_' : stacked.join('|');
}
