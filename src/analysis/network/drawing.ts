import type { Work } from '../../anchoring/slices';
import { actorKinds, type CodebookLists } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import type { AnalysedArticle } from '../analysedArticle';
import { dateOfDay } from '../dates';
import { SettingReading } from '../settingReading';
import { SettingsError, type Given, type SettingSpec } from '../settings';
import { variableText } from '../variables';
import { actorsByValue, type KnownActor } from './actorDetails';
import { StatementGatherer } from './gathering';
import { Mentions } from './mentions';
import type { Network, NetworkNode } from './network';
import { networkOf } from './networkOf';
import { communitiesIn } from './nodeMeasures';
import {
  lookNames,
  networkPictureSettings,
  nodeColors,
  nodeSizes,
  type NetworkLook,
  type NetworkPicture,
  type NodeGroup,
  type PictureNode,
} from './picture';
import { problemsOf, type NetworkProblem } from './problems';
import { readNetworkSettings } from './reading';
import type { NetworkSettings } from './settings';
import type { Statements } from './statements';
import { inWindows } from './windowStatements';

const lookSettings: readonly SettingSpec[] = networkPictureSettings.filter(({ name }) => lookNames.includes(name));

/** A network with what is drawn of it. */
export interface DrawnNetwork {
  readonly picture: NetworkPicture;
  /** The one that is drawn: of all claims, or of a window. */
  readonly network: Network;
  readonly whole: Network;
  /** Of all windows of time, in their order, where there are some. */
  readonly windows?: readonly Network[];
  /** Of what is drawn. */
  readonly statements: Statements;
  /** Why there is nothing, and what is to be known of what there is: of the whole, since one window may have little. */
  readonly problems: readonly NetworkProblem[];
  /** Of the articles. */
  readonly codebooks: readonly CodebookLists[];
}

/** The settings of a network's picture, see `networkPictureSettings`.
 * @throws {SettingsError} where a value can't be, or two of them contradict each other */
export function readPictureSettings(given: Given): { readonly network: NetworkSettings; readonly look: NetworkLook } {
  const isLook = (name: string): boolean => lookNames.includes(name);
  const part = (wanted: boolean): Given =>
    Object.fromEntries(Object.entries(given).filter(([name]) => isLook(name) === wanted));
  const network = readNetworkSettings(part(false));
  if (network.mode === 'event-list') {
    throw new SettingsError('mode', 'A list of events is no picture: choose mode one-mode or two-mode.');
  }
  const reading = new SettingReading(lookSettings, part(true));
  const look: NetworkLook = {
    size: reading.choice('size', nodeSizes),
    color: reading.choice('color', nodeColors),
    least: reading.number('least', 0),
    at: reading.whole('at', 1),
  };
  return { network, look };
}

/** The network of articles, and what is drawn of it.
 * @param articles in the workspace's order
 * @throws {SettingsError} where the settings don't go with these articles */
export function* drawnNetwork(articles: Iterable<AnalysedArticle>, given: Given): Work<DrawnNetwork> {
  const { network: settings, look } = readPictureSettings(given);
  const mentions = new Mentions();
  const gatherer = new StatementGatherer(settings);
  for (const article of mentions.reading(articles)) {
    gatherer.add(article);
    yield 0;
  }
  const all = gatherer.statements();
  const { parts, inAny } = inWindows(all);
  const whole = yield* networkOf(inAny);
  const [problems, { codebooks }] = [problemsOf(inAny, whole), mentions];
  if (parts.length === 0) {
    return { picture: pictureOf(whole, look, mentions), network: whole, whole, statements: all, problems, codebooks };
  }
  const statements = parts[look.at - 1];
  if (!statements) {
    throw new SettingsError('at', `There are ${parts.length} windows: choose one of 1 to ${parts.length}.`);
  }
  const windows: Network[] = [];
  for (const part of parts) windows.push(yield* networkOf(part));
  const network = windows[look.at - 1] ?? whole;
  const names = parts.map(({ window }) => (window ? `${dateOfDay(window.first)} – ${dateOfDay(window.last)}` : ''));
  const picture = { ...pictureOf(network, look, mentions), windows: { all: names, at: look.at - 1 } };
  return { picture, network, whole, windows, statements, problems, codebooks };
}

/** A node, and the actor that it is. */
interface Known {
  readonly node: NetworkNode;
  readonly isColumn: boolean;
  readonly actor: KnownActor['actor'] | undefined;
}

/** What is drawn of a network.
 * @param mentions of the actors of the articles that it is of */
export function pictureOf(network: Network, look: NetworkLook, mentions: Mentions): NetworkPicture {
  const { settings, rows, columns, edges } = network;
  const isTwoMode = settings.mode === 'two-mode';
  const [ofRows, ofColumns] = [settings.rows, settings.columns].map((one) => actorsByValue(one, mentions.codebooks));
  const all: readonly Known[] = [
    ...rows.map((node) => ({ node, isColumn: false, actor: ofRows?.get(node.id)?.actor })),
    ...(isTwoMode ? columns : []).map((node) => ({ node, isColumn: true, actor: ofColumns?.get(node.id)?.actor })),
  ];
  const { groups, groupOf } = groupsOf(network, look, all);
  const nodes = all.map(({ node, isColumn, actor }, at): PictureNode => {
    const { id, label, statements } = node;
    const color = look.color === 'kind' && /^#[0-9a-f]{6}$/i.test(actor?.color ?? '') ? actor?.color : undefined;
    const mentioned = actor ? { mentions: mentions.of(id) } : {};
    return {
      ...{ id: `${isColumn ? 'c' : 'r'} ${id}`, label, isColumn, statements, group: groupOf[at] ?? 0 },
      size: look.size === 'mentions' && actor ? mentions.of(id) : statements,
      ...mentioned,
      ...(color === undefined ? {} : { color }),
    };
  });
  const before = isTwoMode ? rows.length : 0;
  const drawn = Array.from(edges.weight, (weight, at) => ({
    ...{ from: edges.from[at] ?? 0, to: (edges.to[at] ?? 0) + before, weight },
  })).filter(({ weight }) => Math.abs(weight) >= look.least);
  return { isTwoMode, nodes, groups, signs: signsOf(settings), edges: drawn };
}

function signsOf({ aggregation }: NetworkSettings): NetworkPicture['signs'] {
  if (aggregation === 'subtract') return 'both';
  if (aggregation === 'congruence') return 'agree';
  return aggregation === 'conflict' ? 'conflict' : 'none';
}

/** What nodes are coloured by: what is an actor by its kind, all else by the variable that it is of; or by communities. */
function groupsOf(
  network: Network,
  { color }: NetworkLook,
  all: readonly Known[],
): { readonly groups: readonly NodeGroup[]; readonly groupOf: readonly number[] } {
  const { settings } = network;
  const communities = color === 'community' ? communitiesIn(network) : undefined;
  const names = all.map(({ isColumn, actor }, at) => {
    if (communities) return String(communities[at] ?? 0);
    return actor?.kind ?? variableText(isColumn ? settings.columns : settings.rows);
  });
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const places = new Map(sorted.map(([name], at) => [name, at]));
  const looks = looksOf([...places.keys()]);
  return {
    groups: sorted.map(([label, nodes]) => ({ label, nodes, look: looks.get(label) ?? 0 })),
    groupOf: names.map((name) => places.get(name) ?? 0),
  };
}

/** Kinds of actors look the same whatever else there is, so that a picture that changes is read as before; other groups take the looks that
 * are left, those that there are no actors of last. */
function looksOf(names: readonly string[]): ReadonlyMap<string, number> {
  const looks = new Map<string, number>();
  for (const [look, kind] of actorKinds.entries()) if (names.includes(kind)) looks.set(kind, look);
  if (looks.size === 0) return new Map(names.map((name, look) => [name, look]));
  const taken = new Set(looks.values());
  const left = [actorKinds.length, ...[...actorKinds.keys()].reverse()].filter((look) => !taken.has(look));
  const others = names.filter((name) => !looks.has(name)).sort(compareCodeUnits);
  for (const [at, name] of others.entries()) looks.set(name, left[at] ?? actorKinds.length + 1 + at - left.length);
  return looks;
}
