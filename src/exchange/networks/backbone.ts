import type { BackboneStep, FixedBackbone } from '../../analysis/network/backbone';
import { csvText } from '../writing/csv';

/** The columns of a nested backbone, as they leave it; those that stay longest are last. `loss` is what the columns that are left lose of the
 * whole network, `redundant_loss` what the others do, `statements` how many are left. */
export function* backboneCsv(steps: readonly BackboneStep[]): Iterable<string> {
  yield 'step,column,loss,redundant_loss,statements\n';
  for (const [n, { column, loss, redundantLoss, statements }] of steps.entries()) {
    yield `${n + 1},${csvText(column.label)},${loss},${redundantLoss},${statements}\n`;
  }
}

/** The same for json. */
export function nestedBackboneJson(steps: readonly BackboneStep[]): readonly object[] {
  return steps.map(({ column, loss, redundantLoss, statements }, n) => ({
    ...{ step: n + 1, column: column.label, loss, redundant_loss: redundantLoss, statements },
  }));
}

/** A backbone of so many columns, for json. */
export function fixedBackboneJson({ columns, redundant, loss, redundantLoss }: FixedBackbone): object {
  const labels = (nodes: FixedBackbone['columns']): readonly string[] => nodes.map(({ label }) => label);
  return { columns: labels(columns), redundant: labels(redundant), loss, redundant_loss: redundantLoss };
}
