import type { Chart } from '../analysis/chart';
import { contradictionsShape } from './contradictions';
import { cooccurrenceShape } from './cooccurrence';
import type { Drawing } from './drawing';
import { evidenceShape } from './evidence';
import { frequenciesShape } from './frequencies';
import { matrixShape } from './matrix';
import type { Shape } from './shape';
import { timelineShape } from './timeline';

/** Any chart; what lies behind a mark is said by its `data-key`. */
export function chartShape(chart: Chart, drawing: Drawing): Shape {
  switch (chart.chart) {
    case 'timeline':
      return timelineShape(chart.figures, drawing);
    case 'matrix':
      return matrixShape(chart.figures, drawing);
    case 'frequencies':
      return frequenciesShape(chart.figures, drawing);
    case 'cooccurrence':
      return cooccurrenceShape(chart.figures, drawing);
    case 'evidence': {
      const { settings, contradictions } = chart.figures;
      return settings.show === 'evidence'
        ? evidenceShape(chart.figures, drawing)
        : contradictionsShape(contradictions, settings, drawing);
    }
  }
}
