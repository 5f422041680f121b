import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CohenTally, NominalTally } from '../../../../src/analysis/agreement/nominal';
import { Statistics, type Figure, type Totals } from '../../../../src/analysis/agreement/statistics';

/** Units with their values, none where a coder has not coded the unit; a unit is a block. */
type Units = readonly (readonly (string | undefined)[])[];

function measured(units: Units): { readonly alpha: Figure; readonly fleiss: Figure; readonly cohen: Figure } {
  const statistics = new Statistics();
  const all = statistics.slot();
  const nominal = new NominalTally(statistics, all);
  const cohen = new CohenTally(statistics, all);
  for (const unit of units) {
    const values = unit.flatMap((value) => value ?? []);
    if (values.length < 2) continue;
    const block = statistics.begin(1);
    statistics.add(block, all, values.length);
    nominal.add(block, 1, values);
    cohen.add(block, 1, values[0] ?? '', values[1] ?? '');
  }
  const totals: Totals = statistics.summing()();
  return { alpha: nominal.alpha(totals), fleiss: nominal.fleiss(totals), cohen: cohen.kappa(totals) };
}

/** Coders' rows of values, "." where there is none, as units. */
function turned(...coders: readonly string[]): Units {
  return [...(coders[0] ?? '')].map((_, unit) =>
    coders.map((row) => (row[unit] === '.' ? undefined : (row[unit] ?? ''))),
  );
}

function close(figure: Figure, expected: number, within: number): void {
  assert.ok(typeof figure === 'number' && Math.abs(figure - expected) <= within, `${figure} is not ${expected}`);
}

describe('agreement on values, corrected for chance', () => {
  it('has the alpha of Krippendorff 2011, section A: two coders, binary data', () => {
    // Computing Krippendorff's Alpha-Reliability, A. Binary or dichotomous data, two observers, no missing data.
    close(measured(turned('0100000001', '1110010000')).alpha, 0.095, 0.0005);
  });

  it('has the alpha of Krippendorff 2011, section B: nominal data, two coders', () => {
    close(measured(turned('aabbdcccedda', 'babbbccceddd')).alpha, 0.692, 0.0005);
  });

  it('has the alpha of Krippendorff 2011, section C: any number of coders, missing data', () => {
    const units = turned('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    close(measured(units).alpha, 0.743, 0.0005);
  });

  it('has the kappa of Cohen 1960, p. 45', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const units = table.flatMap((row, first) =>
      row.flatMap((count, second) => Array.from({ length: count }, () => [String(first), String(second)])),
    );
    close(measured(units).cohen, 0.492, 0.0005);
  });

  it('has the kappa of Fleiss 1971, p. 379: 30 patients, 6 psychiatrists each', () => {
    const patients = `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
      333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`;
    close(measured(patients.split(/\s+/).map((values) => [...values])).fleiss, 0.43, 0.0005);
  });

  it('says why there is none', () => {
    assert.deepEqual(measured([]), { alpha: 'nothing', fleiss: 'nothing', cohen: 'nothing' });
    assert.deepEqual(measured(turned('aaa', 'aaa')), { alpha: 'alike', fleiss: 'alike', cohen: 'alike' });
    // Nothing everywhere is a value like others.
    assert.equal(measured([['', '']]).alpha, 'alike');
    // Each coder is constant, and the two differ: Cohen's chance is nothing, so kappa is 0.
    assert.equal(measured(turned('aaa', 'bbb')).cohen, 0);
  });

  const value = fc.constantFrom('', 'a', 'b', 'c');
  const someUnits = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 });

  it('is 1 where all agree on more than one value, and does not mind the order of coders and units', () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const { alpha, fleiss, cohen } = measured(units.map(([one]) => [one, one]));
        const varied = new Set(units.map(([one]) => one)).size > 1;
        assert.deepEqual([alpha, fleiss, cohen], varied ? [1, 1, 1] : ['alike', 'alike', 'alike']);
        const other = units.map(([a, b, c]) => [b, c, a]).reverse();
        for (const measure of ['alpha', 'fleiss'] as const) {
          const [x, y] = [measured(units)[measure], measured(other)[measure]];
          if (typeof x === 'number') close(y, x, 1e-9);
          else assert.equal(y, x);
        }
        const pairs = units.map(([a, b]) => [a, b]);
        const swapped = units.map(([a, b]) => [b, a]);
        assert.deepEqual(measured(pairs).cohen, measured(swapped).cohen);
      }),
    );
  });

  it('is what its definitions say', () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const { alpha, fleiss } = measured(units);
        if (typeof alpha === 'number') close(alpha, slowAlpha(units), 1e-9);
        if (typeof fleiss === 'number') close(fleiss, slowFleiss(units), 1e-9);
        const { cohen } = measured(units.map(([a, b]) => [a, b]));
        if (typeof cohen === 'number') close(cohen, slowCohen(units), 1e-9);
      }),
    );
  });
});

/** By coincidences, as in the paper: o_ck over pairs of values within units, e_ck over all pairs of values. */
function slowAlpha(units: readonly (readonly string[])[]): number {
  const all = units.flat();
  let [observed, expected] = [0, 0];
  for (const unit of units) {
    for (const [i, a] of unit.entries()) {
      for (const [j, b] of unit.entries()) if (i !== j && a !== b) observed += 1 / (unit.length - 1);
    }
  }
  for (const [i, a] of all.entries()) for (const [j, b] of all.entries()) if (i !== j && a !== b) expected += 1;
  return 1 - observed / (expected / (all.length - 1));
}

function slowFleiss(units: readonly (readonly string[])[]): number {
  const raters = units[0]?.length ?? 0;
  const values = [...new Set(units.flat())];
  const count = (unit: readonly string[], value: string): number => unit.filter((one) => one === value).length;
  const perUnit = units.map(
    (unit) =>
      values.reduce((sum, value) => sum + count(unit, value) * (count(unit, value) - 1), 0) / (raters * (raters - 1)),
  );
  const observed = perUnit.reduce((a, b) => a + b, 0) / units.length;
  const chance = values.reduce((sum, value) => sum + (count(units.flat(), value) / units.flat().length) ** 2, 0);
  return (observed - chance) / (1 - chance);
}

function slowCohen(units: readonly (readonly string[])[]): number {
  const values = [...new Set(units.flat())];
  const share = (is: (unit: readonly string[]) => boolean): number => units.filter(is).length / units.length;
  const observed = share(([a, b]) => a === b);
  const chance = values.reduce((sum, v) => sum + share(([a]) => a === v) * share(([, b]) => b === v), 0);
  return (observed - chance) / (1 - chance);
}
