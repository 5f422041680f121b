import * as vscode from 'vscode';
import { parseVariable } from '../../../../analysis/variables';
import { kindName } from '../../../wording';
import { variableWords } from '../settingWords';

const { t } = vscode.l10n;

/** Labels of a network's settings and choices. */
export function networkLabels(): Readonly<Record<string, string>> {
  return {
    mode: t('Kind of network'),
    'mode.one-mode': t('one-mode'),
    'mode.two-mode': t('two-mode'),
    rows: t('Rows'),
    columns: t('Columns'),
    qualifier: t('Qualifier'),
    aggregation: t('Aggregation'),
    'aggregation.ignore': t('ignore the qualifier'),
    'aggregation.congruence': t('congruence'),
    'aggregation.conflict': t('conflict'),
    'aggregation.subtract': t('subtract'),
    'aggregation.combine': t('combine'),
    normalisation: t('Normalisation'),
    'normalisation.no': t('none'),
    'normalisation.average': t('average activity'),
    'normalisation.jaccard': t('Jaccard'),
    'normalisation.cosine': t('cosine, as in DNA'),
    'normalisation.vector-cosine': t('cosine of vectors'),
    'normalisation.activity': t('activity'),
    'normalisation.prominence': t('prominence'),
    duplicates: t('Duplicates'),
    'duplicates.include': t('all count'),
    'duplicates.document': t('once an article'),
    'duplicates.week': t('once a week'),
    'duplicates.month': t('once a month'),
    'duplicates.year': t('once a year'),
    'duplicates.acrossrange': t('once'),
    isolates: t('Isolates too'),
    window: t('Windows of time'),
    'window.no': t('none'),
    'window.days': t('days'),
    'window.weeks': t('weeks'),
    'window.months': t('months'),
    'window.years': t('years'),
    'window.events': t('claims'),
    'window-size': t('Length of a window'),
    kernel: t('Smoothing'),
    'kernel.no': t('none'),
    'kernel.uniform': t('uniform'),
    'kernel.epanechnikov': t('Epanechnikov'),
    'kernel.triangular': t('triangular'),
    'kernel.gaussian': t('Gaussian'),
    at: t('Which window'),
    size: t('Size of nodes'),
    'size.statements': t('statements'),
    'size.mentions': t('mentions'),
    color: t('Colour of nodes'),
    'color.kind': t('kind'),
    'color.community': t('community'),
    least: t('Least weight'),
  };
}

/** What the page says itself. */
export function networkWords(): Readonly<Record<string, string>> {
  return {
    network: t('Network of {0} nodes'),
    keys: t(
      'Arrow keys go from node to node, Shift with left or right through a node’s ties, Enter to the claims; + and − scale, 0 shows all.',
    ),
    node: t('Name'),
    group: t('Group'),
    statements: t('Statements'),
    mentions: t('Mentions'),
    ties: t('Ties'),
    nodes: t('Nodes'),
    edges: t('Ties'),
    one: t('One'),
    other: t('Other'),
    weight: t('Weight'),
    sign: t('Sign'),
    agree: t('agree'),
    conflict: t('conflict'),
    plain: t('together'),
    saidStatements: t('Statements: {0}'),
    saidMentions: t('Mentions: {0}'),
    saidTies: t('Ties: {0}'),
    goes: t('Click or Enter: the claims'),
    search: t('Find a node'),
    found: t('{0} found'),
    larger: t('Larger'),
    smaller: t('Smaller'),
    all: t('Show all'),
    again: t('Lay out again'),
    window: t('Window of time'),
  };
}

/** What nodes are grouped by: a kind of actor, a variable, or the number of a community. */
export function groupWords(group: string): string {
  if (/^\d+$/.test(group)) return group === '0' ? t('No community') : t('Community {0}', group);
  return parseVariable(group) ? variableWords(group, []) : kindName(group);
}
