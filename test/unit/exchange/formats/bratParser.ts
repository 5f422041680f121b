import assert from 'node:assert/strict';

/** What a brat collection says of one text, by https://brat.nlplab.org/standoff.html and the checks of brat's server; offsets are code
 * points. Written from these, with nothing of our reader. */
export interface BratDocument {
  readonly points: readonly string[];
  readonly entities: ReadonlyMap<string, BratEntity>;
  readonly relations: readonly { readonly id: string; readonly type: string; readonly args: readonly string[] }[];
  readonly said: readonly {
    readonly id: string;
    readonly type: string;
    readonly target: string;
    readonly text: string;
  }[];
}

export interface BratEntity {
  readonly type: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly text: string;
}

/** Python's str.splitlines. */
const LINES = /\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/u;

export function parseBrat(text: string, annotations: string): BratDocument {
  assert.ok(!text.includes('\r'), 'LF alone');
  const points = [...text];
  const entities = new Map<string, BratEntity>();
  const relations: BratDocument['relations'][number][] = [];
  const said: BratDocument['said'][number][] = [];
  const ids = new Set<string>();
  const lines = annotations.split(LINES);
  assert.equal(lines.pop(), '', 'a final line break');
  for (const line of lines) {
    const [id = '', data = '', tail = '', ...more] = line.split('\t');
    assert.deepEqual(more, [], line);
    assert.match(id, /^[TRAN#][1-9]\d*$/);
    assert.ok(!ids.has(id), `${id} is there once`);
    ids.add(id);
    if (id.startsWith('T')) {
      const [, type = '', places = ''] = /^([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data) ?? assert.fail(line);
      const spans = places.split(';').map((pair) => pair.split(' ').map(Number) as [number, number]);
      for (const [n, [start, end]] of spans.entries()) {
        assert.ok(start < end && end <= points.length, line);
        assert.ok(n === 0 || start >= (spans[n - 1]?.[1] ?? 0), `fragments ascend: ${line}`);
        assert.doesNotMatch(points.slice(start, end).join(''), /^\s|\s$/u);
      }
      const reference = spans.map(([start, end]) => points.slice(start, end).join('')).join(' ');
      assert.equal(tail, reference);
      entities.set(id, { type, spans, text: tail });
    } else if (id.startsWith('R')) {
      const [, type = '', one = '', two = ''] =
        /^([A-Za-z0-9_-]+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(data) ?? assert.fail(line);
      assert.ok(entities.has(one) && entities.has(two), line);
      relations.push({ id, type, args: [one, two] });
    } else {
      const form = id.startsWith('N')
        ? /^(Reference) ([TR]\d+) ([^\s:]+:\S+)$/
        : id.startsWith('A')
          ? /^([A-Za-z0-9_-]+) ([TR]\d+) ([A-Za-z0-9_-]+)$/
          : /^([A-Za-z0-9_-]+) ([TR]\d+)$/;
      const [, type = '', target = '', value = ''] = form.exec(data) ?? assert.fail(line);
      assert.ok(ids.has(target), line);
      said.push({ id, type, target, text: id.startsWith('#') ? tail : `${value} ${tail}`.trim() });
    }
  }
  return { points, entities, relations, said };
}

/** annotation.conf by https://brat.nlplab.org/configuration.html: by section, each term with its arguments' choices. */
export function parseConfiguration(text: string): ReadonlyMap<string, ReadonlyMap<string, Record<string, string[]>>> {
  const sections = new Map<string, Map<string, Record<string, string[]>>>();
  let section: Map<string, Record<string, string[]>> | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (name !== undefined) sections.set(name, (section = new Map<string, Record<string, string[]>>()));
    else {
      const [, term = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/.exec(line) ?? [];
      assert.match(term, /^(?:[A-Za-z0-9_-]+|<OVERLAP>)$/);
      const args = rest.split(',').filter((arg) => arg !== '');
      const parsed = args.map((arg) => {
        const [, key = '', choices = ''] = /^(\S*?):(\S*)$/.exec(arg.trim()) ?? assert.fail(line);
        return [key, choices.split('|')] as const;
      });
      assert.ok(section, 'a term stands in a section');
      section.set(term, Object.fromEntries(parsed));
    }
  }
  return sections;
}
