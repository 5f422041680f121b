import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelStudio } from '../../../../src/exchange/formats/labelStudio';
import { InputError } from '../../../../src/exchange/inputError';
import { childrenOf, xmlOf } from '../../../../src/exchange/reading/xml';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, text, writtenFiles } from '../sample';

interface Result {
  readonly id?: string;
  readonly from_name?: string;
  readonly to_name?: string;
  readonly type: string;
  readonly value?: {
    readonly start: number;
    readonly end: number;
    readonly text: string | readonly string[];
    readonly labels?: readonly string[];
    readonly choices?: readonly string[];
  };
  readonly from_id?: string;
  readonly to_id?: string;
  readonly labels?: readonly string[];
}

interface Task {
  readonly data: { readonly text: string } & Readonly<Record<string, string>>;
  readonly annotations: readonly { readonly result: readonly Result[] }[];
}

/** The tasks as Label Studio checks them against the labelling configuration: controls and values that are there, regions by id. */
function parsed(files: ReadonlyMap<string, Uint8Array>): readonly Task[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  assert.deepEqual([...files.keys()], ['tasks.json', 'labeling-config.xml']);
  const view = xmlOf(decoder.decode(files.get('labeling-config.xml')), 'labeling-config.xml');
  const controls = new Map(
    ['Labels', 'Choices', 'TextArea'].flatMap((tag) =>
      childrenOf(view, tag).map((control) => {
        const values = control.children.map(({ attributes }) => attributes.get('value'));
        return [control.attributes.get('name'), { type: tag.toLowerCase(), values }] as const;
      }),
    ),
  );
  const [relations] = childrenOf(view, 'Relations');
  const roles = relations?.children.map(({ attributes }) => attributes.get('value'));
  const tasks = JSON.parse(decoder.decode(files.get('tasks.json'))) as Task[];
  for (const { data, annotations } of tasks) {
    const points = [...data.text];
    for (const { result } of annotations) {
      const regions = new Map<string, Result>();
      for (const item of result) {
        if (item.type === 'relation') {
          assert.ok(regions.has(item.from_id ?? '') && regions.has(item.to_id ?? ''));
          assert.ok(item.labels?.every((role) => roles?.includes(role)));
          continue;
        }
        const control = controls.get(item.from_name);
        assert.deepEqual([control?.type, item.to_name], [item.type, 'text']);
        const { value } = item;
        assert.ok(value && value.start >= 0 && value.start < value.end && value.end <= points.length);
        for (const chosen of [...(value.labels ?? []), ...(value.choices ?? [])])
          assert.ok(control?.values.includes(chosen));
        if (item.type === 'labels') {
          assert.ok(!regions.has(item.id ?? ''));
          regions.set(item.id ?? '', item);
          assert.equal(points.slice(value.start, value.end).join(''), value.text);
        } else {
          const region = regions.get(item.id ?? '')?.value;
          assert.deepEqual([region?.start, region?.end], [value.start, value.end]);
        }
      }
    }
  }
  return tasks;
}

describe('Label Studio', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(labelStudio, articles, { codebooks: [codebook] });
        const { imported, losses } = await readFiles(labelStudio, files);
        assert.deepEqual(losses, []);
        for (const [n, { path, text: original, info, annotations }] of articles.entries()) {
          const found = imported.articles[n];
          const { file: _, sha256: _hash, length: _length, ...about } = info;
          assert.deepEqual([found?.path, found?.text, found?.info], [path, original, about]);
          assert.deepEqual(
            found?.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
          for (const { target } of found?.annotations ?? []) {
            for (const { start, end, exact } of target) assert.equal(original.slice(start, end), exact);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is what Label Studio takes with the configuration beside it', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const tasks = parsed((await writtenFiles(labelStudio, articles, { codebooks: [codebook] })).files);
        for (const [n, { text: original, annotations }] of articles.entries()) {
          assert.equal(tasks[n]?.data.text, original);
          const regions = tasks[n]?.annotations[0]?.result.filter(({ type }) => type === 'labels');
          assert.deepEqual(
            regions?.map(({ value }) => [value?.labels, value?.text]),
            annotations.flatMap(({ type, target }) => target.map(({ exact }) => [[type], exact])),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts code points behind an emoji, a combining mark, CRLF and a byte order mark', async () => {
    const [task] = parsed((await writtenFiles(labelStudio, [sample])).files);
    const regions = task?.annotations[0]?.result.filter(({ type }) => type === 'labels');
    assert.deepEqual(
      regions?.map(({ value }) => [value?.start, value?.end]),
      [
        [15, 26],
        [49, 58],
        [71, 83],
        [86, 98],
        [8, 14],
      ],
    );
    assert.equal(task?.data.text, text);
    assert.equal(task.data['title'], 'A “statement”');
  });

  it('counts what it has no place for; without texts it is a list all the same', async () => {
    const list = [annotation('a', 'odd <type>', at(text, 'KCNA'), { supersedes: ['b'] })];
    const { files, losses } = await writtenFiles(labelStudio, [article('x.txt', text, list)], { codebooks: [] });
    assert.deepEqual(losses, [{ what: 'decisions about other annotations (“supersedes”)', count: 1 }]);
    assert.equal(parsed(files).length, 1);
    assert.deepEqual(parsed((await writtenFiles(labelStudio, [])).files), []);
  });
});

/** As Label Studio exports it: two people's work, one of it cancelled, a prediction, a region with two labels. */
function foreign(astral: 'code points' | 'UTF-16 units'): object {
  const shift = astral === 'code points' ? 0 : 1;
  const region = (
    id: string,
    start: number,
    end: number,
    words: string,
    labels: readonly string[],
    more = {},
  ): object => {
    const value = { start: start + shift, end: end + shift, text: words, labels };
    return { id, from_name: 'ner', to_name: 'txt', type: 'labels', origin: 'manual', value, ...more };
  };
  const said = (id: string, name: string, type: string, value: object): object => {
    return { id, from_name: name, to_name: 'txt', type, value: { start: 3 + shift, end: 7 + shift, ...value } };
  };
  return {
    ...{
      id: 1,
      project: 83,
      created_at: '2021-03-09T21:52:49.513742Z',
      data: { body: '😀\r\nNATO refuses talks.', url: 'https://x.example/' },
    },
    predictions: [{ model_version: 'one', result: [] }],
    annotations: [
      {
        ...{
          id: 1001,
          was_cancelled: false,
          created_at: '2021-03-09T22:16:08.728353Z',
          completed_by: { id: 10, email: 'lee@x.example' },
        },
        result: [
          region('Dx_aB91ISN', 3, 7, 'NATO', ['ORG'], { meta: { text: ['really?'] } }),
          said('Dx_aB91ISN', 'sentiment', 'choices', { choices: ['negative'] }),
          said('Dx_aB91ISN', 'why', 'textarea', { text: ['a', 'b'] }),
          said('Dx_aB91ISN', 'stars', 'rating', { rating: 4 }),
          region('t5sp3TyXPo', 8, 15, 'refuses', ['Act', 'Refusal']),
          { from_id: 'Dx_aB91ISN', to_id: 't5sp3TyXPo', type: 'relation', direction: 'right', labels: ['does'] },
          { from_id: 'Dx_aB91ISN', to_id: 't5sp3TyXPo', type: 'relation', direction: 'left' },
          { from_id: 'Dx_aB91ISN', to_id: 'gone', type: 'relation', direction: 'right', labels: ['x'] },
          { from_name: 'topic', to_name: 'txt', type: 'choices', value: { choices: ['war'] } },
          { id: 'box', from_name: 'box', to_name: 'img', type: 'rectanglelabels', value: {} },
        ],
      },
      { was_cancelled: true, result: [], completed_by: 11 },
      { result: [region('Dx_aB91ISN', 16, 21, 'talks', ['Act'])], completed_by: 12 },
    ],
  };
}

describe('Label Studio files of others', () => {
  const problem = async (file: string | Uint8Array): Promise<string> => {
    try {
      await readFiles(labelStudio, [['d.json', file]]);
    } catch (error) {
      assert.ok(error instanceof InputError);
      return error.message;
    }
    return 'none';
  };

  for (const unit of ['code points', 'UTF-16 units'] as const) {
    it(`are read with offsets in ${unit}`, async () => {
      const { imported, losses } = await readFiles(labelStudio, [['d.json', JSON.stringify([foreign(unit)])]]);
      assert.deepEqual(losses, [
        { what: 'annotations that were cancelled (skipped tasks)', count: 1 },
        { what: 'relations of what isn’t there', count: 1 },
        { what: 'answers about whole texts', count: 1 },
        { what: 'results of a type that isn’t known (rectanglelabels)', count: 1 },
        { what: 'predictions of models', count: 1 },
      ]);
      const [one] = imported.articles;
      assert.deepEqual(
        [one?.path, one?.text, one?.info],
        ['d.txt', '😀\nNATO refuses talks.', { url: 'https://x.example/' }],
      );
      const by = { creator: 'lee@x.example', created: '2021-03-09T22:16:08Z' };
      assert.deepEqual(one?.annotations, [
        {
          ...{ id: 'Dx_aB91ISN', type: 'actor', actor: 'NATO', note: 'really?', ...by },
          target: [{ start: 3, end: 7, exact: 'NATO' }],
          attributes: { sentiment: 'negative', why: ['a', 'b'], stars: 4 },
          links: [{ role: 'does', annotation: 't5sp3TyXPo' }],
        },
        {
          ...{ id: 't5sp3TyXPo', type: 'passage', topic: 'Act', ...by },
          target: [{ start: 8, end: 15, exact: 'refuses' }],
          links: [{ role: 'related', annotation: 'Dx_aB91ISN' }],
        },
        {
          ...{ id: 't5sp3TyXPo Refusal', type: 'passage', topic: 'Refusal', ...by },
          target: [{ start: 8, end: 15, exact: 'refuses' }],
        },
        {
          ...{ id: 'Dx_aB91ISN (3)', type: 'passage', topic: 'Act' },
          target: [{ start: 16, end: 21, exact: 'talks' }],
        },
      ]);
    });
  }

  it('keep what was copied or made anew in Label Studio beside ours', async () => {
    const { files } = await writtenFiles(labelStudio, [sample]);
    const tasks = JSON.parse(new TextDecoder().decode(files.get('tasks.json'))) as [
      { annotations: [{ result: Result[] }] },
    ];
    const { result } = tasks[0].annotations[0];
    result.push({ ...result[0], id: 'copy' } as Result);
    const { imported } = await readFiles(labelStudio, [['tasks.json', JSON.stringify(tasks)]]);
    assert.deepEqual(
      imported.articles[0]?.annotations.map(({ id, isOurs }) => [id, isOurs]),
      [
        ['m1', true],
        ['c1', true],
        ['s1', true],
        ['s2', true],
        ['copy', undefined],
      ],
    );
  });

  it('that are broken are refused with the place', async () => {
    const task = (value: object): string =>
      JSON.stringify([{ data: { text: 'a' }, annotations: [{ result: [{ type: 'labels', value }] }] }]);
    assert.match(
      await problem(task({ start: 0, end: 9 })),
      /^d\.json, item 1, annotations\[0\]\.result\[0\]: The offsets 0 to 9/,
    );
    assert.match(await problem(task({ start: 1, end: 0 })), /reversed/);
    assert.match(await problem(task({ start: '0', end: 1 })), /“start” must be a whole number/);
    assert.match(await problem('[{"data": {"text": "a"}'), /^d\.json, line 1: /);
    assert.match(await problem('[{"text": "a", "label": []}]'), /^d\.json, item 1: The task has no “data”/);
    assert.match(await problem('[{"data": {"n": 1}}]'), /^d\.json, item 1: The task’s “data” have no text/);
    assert.match(
      await problem('[{"data": {"text": "a"}, "annotations": 3}]'),
      /“annotations” must be a list of objects/,
    );
    assert.match(await problem('[]'), /^chosen: There is no task in it/);
    assert.match(await problem(new Uint8Array([91, 10, 255])), /^d\.json, line 2: The file is not UTF-8/);
  });
});
