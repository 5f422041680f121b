import assert from 'node:assert/strict';
import type { ExportArticle } from '../../../../src/exchange/format';

/** A CAS as a test's own parser gives it. */
export interface CheckedCas {
  readonly text: string;
  readonly structures: readonly CheckedStructure[];
  readonly members: readonly string[];
}

export interface CheckedStructure {
  readonly id: string;
  readonly type: string;
  readonly features: ReadonlyMap<string, string>;
}

/** Types by name: the type that each extends, and its features with their ranges. */
export type CheckedTypes = ReadonlyMap<
  string,
  { readonly parent: string; readonly features: ReadonlyMap<string, string> }
>;

/** What UIMA knows without being told. */
const builtIn: CheckedTypes = new Map([
  ['uima.cas.TOP', { parent: '', features: new Map() }],
  ['uima.cas.Sofa', sofaType()],
  ['uima.cas.AnnotationBase', { parent: 'uima.cas.TOP', features: new Map([['sofa', 'uima.cas.Sofa']]) }],
  ['uima.tcas.Annotation', annotationType()],
  [
    'uima.tcas.DocumentAnnotation',
    { parent: 'uima.tcas.Annotation', features: new Map([['language', 'uima.cas.String']]) },
  ],
]);

function sofaType() {
  const texts = ['sofaID', 'mimeType', 'sofaString', 'sofaURI'].map((name) => [name, 'uima.cas.String'] as const);
  return { parent: 'uima.cas.TOP', features: new Map([['sofaNum', 'uima.cas.Integer'] as const, ...texts]) };
}

function annotationType() {
  const offsets = ['begin', 'end'].map((name) => [name, 'uima.cas.Integer'] as const);
  return { parent: 'uima.cas.AnnotationBase', features: new Map(offsets) };
}

/** What UIMA would refuse or misread: ids that occur twice, types and features that aren't declared, references that lead nowhere or to
 * another type, offsets that don't fit the text. */
export function checkCas({ text, structures, members }: CheckedCas, declared: CheckedTypes): void {
  const types: CheckedTypes = new Map([...builtIn, ...declared]);
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  assert.equal(byId.size, structures.length, 'every id is unique');
  const featureRange = (type: string, name: string): string | undefined => {
    for (let at: string | undefined = type; at; at = types.get(at)?.parent) {
      const range = types.get(at)?.features.get(name);
      if (range !== undefined) return range;
    }
    return undefined;
  };
  const isA = (type: string, wanted: string): boolean => {
    for (let at: string | undefined = type; at; at = types.get(at)?.parent) if (at === wanted) return true;
    return false;
  };
  for (const [name, { features }] of declared) {
    assert.match(name, /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/);
    for (const feature of features.keys()) assert.match(feature, /^[A-Za-z][A-Za-z0-9_]*$/);
  }
  for (const { id, type, features } of structures) {
    assert.ok(types.has(type), `${type} is declared`);
    for (const [name, value] of features) {
      const range = featureRange(type, name);
      assert.ok(range !== undefined, `${type} has a feature ${name}`);
      if (types.has(range)) assert.ok(isA(byId.get(value)?.type ?? '', range), `${name} of ${id} leads to a ${range}`);
    }
    if (!isA(type, 'uima.tcas.Annotation')) continue;
    const [begin, end] = [Number(features.get('begin')), Number(features.get('end'))];
    assert.ok(Number.isInteger(begin) && 0 <= begin && begin <= end && end <= text.length, `${id} fits the text`);
  }
  const sofa = structures.filter(({ type }) => type === 'uima.cas.Sofa').map(({ id }) => id);
  assert.equal(sofa.length, 1);
  const others = structures.map(({ id }) => id).filter((id) => id !== sofa[0]);
  assert.deepEqual([...members].sort(), others.sort(), 'all but the sofa are members of the view');
}

/** That the CAS has each annotation's ranges at their text, by the labels and ids that they carry. */
export function checkSpans({ text, structures }: CheckedCas, { annotations }: ExportArticle): void {
  const layer = structures.filter(({ type }) => type === 'webanno.custom.PolicyAnnotation');
  const found = layer.map(({ features }) => {
    const quotation = text.slice(Number(features.get('begin')), Number(features.get('end')));
    return JSON.stringify([features.get('id'), features.get('label'), quotation]);
  });
  const wanted = annotations.flatMap(({ id, type, target }) =>
    target.map(({ exact }) => JSON.stringify([id, type, exact])),
  );
  assert.deepEqual(found.sort(), wanted.sort());
}

/** That tokens and sentences are as INCEpTION wants them: no white space at their edges, tokens apart, each within a sentence. */
export function checkTokens({ text, structures }: CheckedCas): void {
  const of = (name: string) =>
    structures
      .filter(({ type }) => type.endsWith(`segmentation.type.${name}`))
      .map(({ features }) => ({ start: Number(features.get('begin')), end: Number(features.get('end')) }));
  const [sentences, tokens] = [of('Sentence'), of('Token')];
  let last = 0;
  for (const { start, end } of tokens) {
    assert.ok(start >= last && end > start);
    assert.doesNotMatch(text.slice(start, end), /\s/);
    assert.ok(sentences.some((sentence) => sentence.start <= start && end <= sentence.end));
    last = end;
  }
  assert.equal(tokens.map(({ start, end }) => text.slice(start, end)).join(''), text.replace(/\s+/g, ''));
}
