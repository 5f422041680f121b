import assert from 'node:assert/strict';
import Ajv from 'ajv';
import codebookSchema from '../../../media/schemas/codebook.schema.json';
import sidecarSchema from '../../../media/schemas/sidecar.schema.json';
import { readCodebook, readSidecar } from '../../../src/sidecar/read';
import type { Shape } from '../../../src/sidecar/shapes';
import { codebookShape, sidecarShape } from '../../../src/sidecar/shapes';
import { fullCodebook, fullSidecar } from './examples';

const ajv = new Ajv({ strict: true, strictRequired: false });
const isSidecar = ajv.compile(sidecarSchema);
const isCodebook = ajv.compile(codebookSchema);

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every place where a schema and what the reader knows are not the same. */
function differences(schema: Schema, shape: Shape, root: { readonly definitions: object }, path = ''): string[] {
  const resolved = (part: Schema): Schema =>
    part.$ref === undefined
      ? part
      : ((root.definitions as Record<string, Schema>)[part.$ref.replace('#/definitions/', '')] ?? {});
  const { properties = {}, required = [] } = resolved(schema);
  const found: string[] = [];
  if (Object.keys(properties).join() !== [...shape.fields.keys()].join()) found.push(`${path}: fields`);
  if (required.join() !== shape.required.join()) found.push(`${path}: required`);
  for (const [name, field] of shape.fields) {
    const part = properties[name] ?? {};
    if (!resolved(part).description) found.push(`${path}.${name}: description`);
    if (typeof field !== 'object') continue;
    const inner = 'object' in field ? [part, field.object] : [resolved(part).items ?? {}, field.list];
    found.push(...differences(inner[0] as Schema, inner[1] as Shape, root, `${path}.${name}`));
  }
  return found;
}

describe('the JSON schemas', () => {
  it('know the fields that the reader knows, in their order, and describe each', () => {
    assert.deepEqual(differences(sidecarSchema.definitions.sidecar, sidecarShape, sidecarSchema), []);
    assert.deepEqual(differences(codebookSchema as Schema, codebookShape, codebookSchema), []);
  });

  it('accept the examples', () => {
    assert.ok(isSidecar(JSON.parse(fullSidecar)), ajv.errorsText(isSidecar.errors));
    assert.ok(isCodebook(JSON.parse(fullCodebook)), ajv.errorsText(isCodebook.errors));
  });

  it("leave other tools' *.annotations.json alone", () => {
    for (const other of [[], null, 3, {}, { annotations: 1 }, { format: 'coco', annotations: [{ id: 1 }] }]) {
      assert.ok(isSidecar(other), JSON.stringify(other));
    }
  });

  it('refuse what the reader refuses in a single field', () => {
    const bad: [string, string][] = [
      ['"start": 10', '"start": "10"'],
      ['"start": 10', '"start": -1'],
      ['"id": "c"', '"id": ""'],
      ['"article": {', '"article": [], "other": {'],
      ['"sha256": "a', '"sha256": "g'],
      [
        '"role": "speaker",\n          "actor": "a",\n          "annotation": "m",\n          "source": "s"',
        '"role": "speaker"',
      ],
      ['"supersedes": []', '"supersedes": [1]'],
    ];
    for (const [from, to] of bad) {
      const text = fullSidecar.replace(from, to);
      assert.notEqual(text, fullSidecar, from);
      assert.equal(readSidecar(new TextEncoder().encode(text)).ok, false, to);
      assert.equal(isSidecar(JSON.parse(text)), false, to);
    }
    const text = fullCodebook.replace('"value": -1', '"value": "-1"');
    assert.equal(readCodebook(new TextEncoder().encode(text)).ok, false);
    assert.equal(isCodebook(JSON.parse(text)), false);
  });
});
