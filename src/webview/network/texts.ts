import type { NetworkPicture } from '../../analysis/network/picture';
import { signOf } from '../../pictures/networkShapes';
import type { Channel } from '../pictures/channel';
import type { TableData } from '../../model/picture';
import type { CardText } from '../pictures/card';

/** Ties that a card names. */
const MOST_TIES = 6;

/** What is said of a network's nodes and ties: in cards, to screen readers, in tables. */
export class NetworkTexts {
  constructor(
    private readonly channel: Channel,
    private readonly picture: NetworkPicture,
  ) {}

  node(at: number, edges: readonly number[]): CardText {
    const { picture, channel } = this;
    const node = picture.nodes[at];
    if (!node) return { title: '', lines: [], hint: '' };
    const own = edges.flatMap((edge) => picture.edges[edge] ?? []);
    const heaviest = [...own].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_TIES);
    return {
      title: node.label,
      lines: [
        picture.groups[node.group]?.label ?? '',
        channel.text('saidStatements', this.number(node.statements)),
        ...(node.mentions === undefined ? [] : [channel.text('saidMentions', this.number(node.mentions))]),
        channel.text('saidTies', this.number(own.length)),
        ...heaviest.map((edge) => {
          const other = picture.nodes[edge.from === at ? edge.to : edge.from]?.label ?? '';
          return `${this.sign(edge.weight)} ${other}: ${this.number(edge.weight)}`;
        }),
      ],
      hint: channel.text('goes'),
    };
  }

  edge(at: number): CardText {
    const edge = this.picture.edges[at];
    if (!edge) return { title: '', lines: [], hint: '' };
    const [one, other] = [this.picture.nodes[edge.from], this.picture.nodes[edge.to]];
    return {
      title: `${one?.label ?? ''} – ${other?.label ?? ''}`,
      lines: [`${this.sign(edge.weight)} ${this.number(edge.weight)}`],
      hint: this.channel.text('goes'),
    };
  }

  /** A card's text on one line. */
  spoken({ title, lines }: CardText): string {
    return [title, ...lines].join(', ');
  }

  tables(): readonly TableData[] {
    const { channel, picture } = this;
    const { nodes, edges, groups, signs } = picture;
    const ties = new Uint32Array(nodes.length);
    for (const { from, to } of edges) {
      ties[from] = (ties[from] ?? 0) + 1;
      ties[to] = (ties[to] ?? 0) + 1;
    }
    const hasMentions = nodes.some(({ mentions }) => mentions !== undefined);
    const columns = ['node', 'group', 'statements', ...(hasMentions ? ['mentions'] : []), 'ties'];
    const sign = signs === 'none' ? [] : ['sign'];
    return [
      {
        title: channel.text('nodes'),
        columns: columns.map((name) => channel.text(name)),
        rows: nodes.map(({ label, group, statements, mentions }, at) => ({
          key: `n${at}`,
          cells: [
            ...[label, groups[group]?.label ?? '', statements],
            ...(hasMentions ? [mentions ?? ''] : []),
            ties[at] ?? 0,
          ],
        })),
      },
      {
        title: channel.text('edges'),
        columns: ['one', 'other', 'weight', ...sign].map((name) => channel.text(name)),
        rows: edges
          .map(({ from, to, weight }, at) => ({
            ...{ key: `e${at}`, weight: Math.abs(weight) },
            cells: [
              ...[nodes[from]?.label ?? '', nodes[to]?.label ?? '', weight],
              ...(signs === 'none' ? [] : [this.sign(weight)]),
            ],
          }))
          .sort((a, b) => b.weight - a.weight),
      },
    ];
  }

  private sign(weight: number): string {
    return this.channel.text(signOf(this.picture, { from: 0, to: 0, weight }));
  }

  private number(value: number): string {
    return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 });
  }
}
