import assert from 'node:assert/strict';

/** WebAnno TSV 3.3 by its specification (INCEpTION's user guide, appendix), for span and relation layers without slots. It is strict:
 * what the specification asks of a file is asserted. */

export interface TsvAnnotation {
  readonly layer: string;
  begin: number;
  end: number;
  readonly features: ReadonlyMap<string, string | undefined>;
}

export interface TsvRelation {
  readonly layer: string;
  readonly from: TsvAnnotation;
  readonly to: TsvAnnotation;
  readonly features: ReadonlyMap<string, string | undefined>;
}

interface Row {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
  readonly cells: readonly string[];
}

interface Layer {
  readonly name: string;
  readonly features: readonly string[];
  readonly first: number;
}

const meaning: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

/** Removes escapes, left to right. */
function plain(text: string): string {
  let found = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '\\') found += text[at];
    else if (text.startsWith('->', at + 1)) [found, at] = [`${found}->`, at + 2];
    else [found, at] = [found + (meaning[text[at + 1] ?? ''] ?? text[at + 1] ?? ''), at + 1];
  }
  return found;
}

/** A cell's stacked values, each with what stands in brackets behind it. */
function stacked(cell: string): [value: string, number: string | undefined][] {
  const parts = [''];
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '|') parts.push('');
    else parts.push((parts.pop() ?? '') + (cell[at] === '\\' ? cell.slice(at, ++at + 1) : cell[at]));
  }
  return parts.map((part) => {
    const [, value, number] = /^(.*?)(?<!(?:^|[^\\])(?:\\\\)*\\)\[([\d_]+)\]$/s.exec(part) ?? [];
    return value === undefined ? [part, undefined] : [value, number];
  });
}

export function parseWebannoTsv(file: string): {
  text: string;
  annotations: TsvAnnotation[];
  relations: TsvRelation[];
} {
  assert.doesNotMatch(file, /\r/);
  const blocks = file.split('\n\n');
  const [head = '', blank = '', ...rest] = file.includes('\n\n\n') ? [...file.split('\n\n\n', 1), ''] : blocks;
  assert.equal(blank + rest.join(''), '', 'two blank lines end the header');
  const body = file.slice(head.length + 3);
  const [format, ...declared] = head.split('\n');
  assert.equal(format, '#FORMAT=WebAnno TSV 3.3');
  const spans: Layer[] = [];
  const relationLayers: (Layer & { readonly base: string })[] = [];
  let columns = 0;
  for (const line of declared) {
    const [, kind, rest2 = ''] = /^#T_(SP|RL)=(.*)$/.exec(line) ?? assert.fail(`a layer: ${line}`);
    const [name = '', ...names] = rest2.split('|');
    if (kind === 'SP') {
      assert.equal(relationLayers.length, 0, 'relations come last');
      spans.push({ name, features: names, first: columns });
    } else {
      const base = names.at(-1) ?? '';
      assert.match(base, /^BT_./);
      relationLayers.push({ name, features: names.slice(0, -1), base: base.slice(3), first: columns });
    }
    columns += names.length;
  }
  let text = '';
  const rows: Row[] = [];
  for (const [n, sentence] of body.replace(/\n$/, '').split('\n\n').entries()) {
    const lines = sentence.split('\n');
    const texts = lines.filter((line) => line.startsWith('#Text='));
    const said = texts.map((line) => plain(line.slice(6))).join('\n');
    const own = lines.slice(texts.length).map((line): Row => {
      const [id = '', offsets = '', token, ...cells] = line.replace(/\t$/, '').split('\t');
      assert.equal(cells.length, columns, line);
      const [begin, end] = offsets.split('-').map(Number);
      assert.ok(begin !== undefined && end !== undefined);
      return { id, begin, end, cells: [...cells, token ?? ''] };
    });
    const start = own[0]?.begin ?? assert.fail('a sentence has tokens');
    text += ' '.repeat(start - text.length) + said;
    let [tokens, parts] = [0, 0];
    let token: Row | undefined;
    for (const row of own) {
      assert.ok(row.begin < row.end && row.end <= text.length);
      assert.equal(row.cells.at(-1), text.slice(row.begin, row.end), 'the token’s text');
      if (row.id.includes('.')) {
        assert.equal(row.id, `${n + 1}-${tokens}.${++parts}`);
        assert.ok(token && token.begin <= row.begin && row.end <= token.end, 'a part is in its token');
      } else {
        assert.equal(row.id, `${n + 1}-${++tokens}`);
        assert.ok(!token || token.end <= row.begin, 'tokens are apart');
        [token, parts] = [row, 0];
      }
    }
    rows.push(...own);
  }

  const byNumber = new Map<string, TsvAnnotation>();
  const annotations: TsvAnnotation[] = [];
  const inRow = new Map<string, TsvAnnotation[]>();
  for (const { id, begin, end, cells } of rows) {
    for (const { name, features, first } of spans) {
      const values = features.map((_, at) => cells[first + at] ?? '');
      if (values.every((cell) => cell === '_')) continue;
      assert.ok(
        values.every((cell) => cell !== '_'),
        'all of an annotation’s columns are filled',
      );
      const columnsOf = values.map(stacked);
      const count = columnsOf[0]?.length ?? 0;
      for (let n = 0; n < count; n++) {
        const numbers = new Set(columnsOf.map((column) => column[n]?.[1]));
        assert.equal(numbers.size, 1, 'the number is the same in all columns');
        const [number] = numbers;
        assert.ok(count === 1 || number !== undefined, 'what is stacked has a number');
        const said = features.map((feature, at) => {
          const raw = columnsOf[at]?.[n]?.[0] ?? assert.fail('all columns are stacked alike');
          return [feature, raw === '*' ? undefined : plain(raw)] as const;
        });
        const known = number === undefined ? undefined : byNumber.get(number);
        const annotation = known ?? { layer: name, begin, end, features: new Map(said) };
        if (known) assert.deepEqual([...known.features], said);
        else annotations.push(annotation);
        annotation.end = end;
        if (number !== undefined) byNumber.set(number, annotation);
        inRow.set(id, [...(inRow.get(id) ?? []), annotation]);
      }
    }
  }
  const resolved = (base: string, row: string, number: string): TsvAnnotation => {
    const found = number === '0' ? inRow.get(row)?.filter(({ layer }) => layer === base) : [byNumber.get(number)];
    assert.equal(found?.length, 1, 'a reference is to one annotation');
    assert.ok(inRow.get(row)?.includes(found[0] ?? assert.fail()), 'and that is in the row');
    return found[0] ?? assert.fail();
  };
  const relations = rows.flatMap(({ id, cells }) =>
    relationLayers.flatMap(({ name, features, base, first }) => {
      const sources = cells[first + features.length] ?? '';
      if (sources === '_') return [];
      return stacked(sources).map(([source, numbers = '0_0'], n): TsvRelation => {
        const [from = '', to = ''] = numbers.split('_');
        const said = features.map((feature, at) => {
          const [raw = ''] = stacked(cells[first + at] ?? '')[n] ?? [];
          return [feature, raw === '*' ? undefined : plain(raw)] as const;
        });
        return { layer: name, from: resolved(base, source, from), to: resolved(base, id, to), features: new Map(said) };
      });
    }),
  );
  return { text, annotations, relations };
}
