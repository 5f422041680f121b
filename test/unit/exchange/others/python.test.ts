import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimsCsv } from '../../../../src/exchange/formats/claimsCsv';
import { csv } from '../../../../src/exchange/formats/csv';
import { gexf } from '../../../../src/exchange/formats/gexf';
import { graphml } from '../../../../src/exchange/formats/graphml';
import { tsv } from '../../../../src/exchange/formats/tsv';
import { sample, text, written } from '../sample';
import { describeWith, output, working } from './programs';

const pythons = ['/usr/bin/python3', 'python3'];

const readTable = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    json.dump(list(csv.DictReader(file, delimiter=sys.argv[2], strict=True)), sys.stdout)
`;
const readGraph = `
import json, networkx, sys
graph = getattr(networkx, 'read_' + sys.argv[2])(sys.argv[1])
nodes = {node: {key: str(value) for key, value in data.items()} for node, data in graph.nodes(data=True)}
edges = [[a, b, {key: value for key, value in data.items()}] for a, b, data in graph.edges(data=True)]
json.dump({'nodes': nodes, 'edges': edges, 'directed': graph.is_directed()}, sys.stdout)
`;

interface Graph {
  readonly nodes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly edges: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[];
  readonly directed: boolean;
}

/** What a script prints of a file of ours, as JSON. */
function read<T>(python: string, script: string, content: string, ...args: readonly string[]): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-annotator-python-'));
  try {
    const file = path.join(folder, 'export');
    writeFileSync(file, content);
    return JSON.parse(output(python, ['-c', script, file, ...args])) as T;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWith('Python’s csv module', working(pythons, ['-c', 'import csv']), (python) => {
  it('reads the tables, strictly', async () => {
    type Row = Readonly<Record<string, string>>;
    for (const [format, delimiter] of [
      [csv, ','],
      [tsv, '\t'],
    ] as const) {
      const rows = read<readonly Row[]>(python, readTable, await written(format, [sample]), delimiter);
      assert.deepEqual(
        rows.map(({ id, exact, note }) => [id, exact, note]),
        [
          ['m1', 'North Korea', ''],
          ['c1', 'We object', 'a\r\nb, "c"'],
          ['c1', 'to all of it', 'a\r\nb, "c"'],
          ['s1', 'KCNA, 18 Dec', ''],
          ['s2', 'report', ''],
        ],
      );
      for (const { start, end, exact } of rows) assert.equal(text.slice(Number(start), Number(end)), exact);
    }
    const claims = read<readonly Row[]>(python, readTable, await written(claimsCsv, [sample]), ',');
    assert.deepEqual(
      claims.map(({ speaker, for: principal }) => [speaker, principal]),
      [
        ['North Korea', ''],
        ['Russia', 'NATO; the alliance'],
      ],
    );
  });
});

describeWith('networkx', working(pythons, ['-c', 'import networkx']), (python) => {
  for (const format of [graphml, gexf]) {
    it(`reads ${format.id}, its types and its names`, async () => {
      const graph = read<Graph>(python, readGraph, await written(format, [sample]), format.id);
      const of = (type: string): string[] =>
        Object.values(graph.nodes)
          .filter((node) => node['type'] === type)
          .map(({ label = '' }) => label)
          .sort();
      assert.ok(graph.directed);
      assert.deepEqual(of('actor'), ['NATO; the alliance', 'North Korea', 'Russia', 'unheard-of']);
      assert.deepEqual(of('claim'), ['We object … to all of it']);
      const about = graph.edges.find(([, , { role }]) => role === 'about');
      assert.equal(graph.nodes[about?.[1] ?? '']?.['label'], 'Missile tests are legitimate');
      assert.deepEqual([about?.[2]['stance'], about?.[2]['value']], ['oppose', -1]);
      assert.equal(graph.edges.length, 12);
    });
  }
});
