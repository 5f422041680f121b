import { eventsOf } from '../analysis/network/events';
import { fixedBackbone, nestedBackbone, type FixedBackbone } from '../analysis/network/backbone';
import { edgePeriods } from '../analysis/network/edgePeriods';
import { actorsByValue, clusterOf } from '../analysis/network/actorDetails';
import type { FindingSettings } from '../analysis/network/findingSettings';
import type { ClaimCounts, Network } from '../analysis/network/network';
import { networkOf } from '../analysis/network/networkOf';
import { measuresOf } from '../analysis/network/nodeMeasures';
import { polarizationOf, type Polarization } from '../analysis/network/polarization';
import { problemsOf } from '../analysis/network/problems';
import type { Statements } from '../analysis/network/statements';
import { inWindows } from '../analysis/network/windowStatements';
import { SettingsError, type Given } from '../analysis/settings';
import { variableText } from '../analysis/variables';
import type { Losses } from '../exchange/losses';
import { backboneCsv, fixedBackboneJson, nestedBackboneJson } from '../exchange/networks/backbone';
import { eventsCsv, eventsJson } from '../exchange/networks/events';
import { networkText, type NetworkFormat } from '../exchange/networks/networkFormats';
import { nodeDetails } from '../exchange/networks/nodeDetails';
import type { Codebook } from '../model/codebook';
import { counted, Failure, printable } from './command';
import { shown } from './gathering';

/** What a network is written as, and what there is to say of it. */
export interface NetworkText {
  readonly pieces: Iterable<string>;
  /** One line, without what was left out. */
  readonly summary: string;
  /** What else is to be known, a line each. */
  readonly notes: readonly string[];
  readonly statements: Statements;
}

export interface NetworkRequest {
  readonly statements: Statements;
  readonly findings: FindingSettings;
  readonly format: NetworkFormat;
  /** What json says that was chosen. */
  readonly given: Given;
  readonly codebooks: readonly Codebook[];
  readonly losses: Losses;
}

/** Throws a {@link Failure} where there is nothing to write, and says what to do. */
export function textOf(request: NetworkRequest): NetworkText {
  const { statements, format, given, findings } = request;
  const { settings, counts } = statements;
  const notes = notesOf(statements);
  const used = usedInWords(counts);
  if (settings.mode === 'event-list') {
    const list = eventsOf(statements);
    return { pieces: format === 'json' ? eventsJson(list, given) : eventsCsv(list), summary: used, notes, statements };
  }
  if (findings.backbone === 'nested') {
    const steps = shown(nestedBackbone(statements), 'Backbone');
    const summary = `${used}; a nested backbone of ${counted(steps.length, 'column')}`;
    if (format === 'csv') return { pieces: backboneCsv(steps), summary, notes, statements };
    const text = ofNetwork(request, { backbone: nestedBackboneJson(steps) });
    return { ...text, summary: `${text.summary}; ${summary}` };
  }
  if (findings.backbone === 'fixed') {
    const backbone = shown(fixedBackbone(statements, findings.backboneSize), 'Backbone');
    const text = ofNetwork({ ...request, statements: backbone.statements }, { backbone: fixedBackboneJson(backbone) });
    return { ...text, statements, summary: `${text.summary}; ${backboneInWords(backbone)}` };
  }
  return ofNetwork(request, {});
}

/** Throws a {@link Failure} where no claim is left, or a one-mode network has nobody to tie. A network may be without edges, as one of
 * isolates, and so may all windows of time. */
function notesOf(statements: Statements, network?: Network): readonly string[] {
  const problems = problemsOf(statements, network);
  const [first] = problems;
  const isAlone = network?.settings.mode === 'one-mode' && network.settings.window === 'no' && network.rows.length < 2;
  if (first?.isEmpty && (isAlone || statements.counts.used === 0)) throw new Failure(printable(first.message));
  return problems.map(({ message }) => message);
}

function usedInWords({ used, claims }: ClaimCounts): string {
  return `${used} of ${counted(claims, 'claim')}`;
}

function backboneInWords({ columns, loss }: FixedBackbone): string {
  return `the backbone is ${columns.map(({ label }) => label).join(', ')}, and loses ${rounded(loss)}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** @param more further fields of json */
function ofNetwork(request: NetworkRequest, more: Readonly<Record<string, unknown>>): NetworkText {
  const { findings, format, given, codebooks, losses } = request;
  const { settings } = request.statements;
  const { parts, inAny: statements } = inWindows(request.statements);
  const whole = shown(networkOf(statements), 'Network');
  const notes = notesOf(statements, whole);
  const windows = settings.window === 'no' ? undefined : parts.map((part) => shown(networkOf(part), 'Windows of time'));

  const measures = findings.measures ? measuresOf(whole) : undefined;
  const clustering =
    findings.clusters === 'no' ? undefined : clustersOf(statements, whole, findings.clusters, codebooks);
  const details = nodeDetails(whole, codebooks, {
    ...(measures ? { measures } : {}),
    ...(clustering ? { clusters: clustering.clusters } : {}),
  });
  const periods = format === 'gexf' && !windows ? shown(edgePeriods(statements, whole), 'Days of edges') : undefined;
  const file = { whole, details, ...(windows ? { windows } : {}), ...(periods ? { periods } : {}) };
  const polarization = clustering?.polarization;
  const fields = { ...more, ...(polarization ? { polarization } : {}) };
  return {
    pieces: networkText(format, file, losses, given, fields),
    ...{ notes, statements },
    summary: [
      `${sizesInWords(whole)}, from ${usedInWords(statements.counts)}`,
      ...(windows ? [`${counted(windows.length, 'window')} of time`] : []),
      ...(polarization ? [polarizationInWords(polarization)] : []),
    ].join('; '),
  };
}

function sizesInWords({ settings, rows, columns, edges }: Network): string {
  const nodes =
    settings.mode === 'one-mode'
      ? counted(rows.length, 'node')
      : `${counted(rows.length, 'row')}, ${counted(columns.length, 'column')}`;
  return `${nodes}, ${counted(edges.weight.length, 'edge')}`;
}

function polarizationInWords({ index, clusters }: Polarization): string {
  const between = `${counted(clusters.length, 'cluster')}`;
  return index === undefined
    ? `${between} without congruence or conflict`
    : `${between}, polarized by ${rounded(index)}`;
}

/** The clusters of a network's rows (communities of those who agree), and how far they stand against each other. */
function clustersOf(
  statements: Statements,
  whole: Network,
  by: Exclude<FindingSettings['clusters'], 'no'>,
  codebooks: readonly Codebook[],
): { readonly clusters: readonly (string | undefined)[]; readonly polarization: Polarization } {
  const aggregated = (aggregation: 'congruence' | 'conflict'): Network =>
    shown(networkOf({ ...statements, settings: { ...statements.settings, aggregation } }), 'Polarization');
  const [congruence, conflict] = [aggregated('congruence'), aggregated('conflict')];
  const clusters =
    by === 'communities'
      ? measuresOf(statements.settings.aggregation === 'conflict' ? congruence : whole).map(({ community }) =>
          String(community),
        )
      : clustersBy(congruence, by, codebooks);
  if (new Set(clusters.filter((name) => name !== undefined)).size < 2) {
    const what = typeof by === 'string' ? by : variableText(by);
    const message = `Polarization needs two clusters, and ${what} gave fewer: choose others, or give actors what parts them.`;
    throw new SettingsError('clusters', message);
  }
  return { clusters, polarization: polarizationOf(congruence.edges, conflict.edges, clusters) };
}

function clustersBy(
  { settings, rows }: Network,
  by: Exclude<FindingSettings['clusters'], string>,
  codebooks: readonly Codebook[],
): readonly (string | undefined)[] {
  const actors = actorsByValue(settings.rows, codebooks);
  return rows.map(({ id }) => {
    const actor = actors.get(id);
    return actor && clusterOf(by, actor);
  });
}
