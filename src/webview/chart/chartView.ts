import type { Chart, ChartData } from '../../analysis/chart';
import type { Days, TableData } from '../../model/picture';
import { chartShape } from '../../pictures/chart';
import type { Drawing } from '../../pictures/drawing';
import { svgFile } from '../../pictures/file';
import { lightPalette } from '../../pictures/palette';
import { element } from '../element';
import { Card } from '../pictures/card';
import type { Channel } from '../pictures/channel';
import { svgElement } from '../pictures/svgElement';
import { themePalette } from '../pictures/themePalette';
import type { PictureView } from '../pictures/view';
import { BrushInput } from './brushInput';
import { Brush } from './brush';
import { Marks } from './marks';
import { drawingWords } from './words';

/** Of a file, in pixels: the command line tool's too. */
const FILE_WIDTH = 960;
/** Of each chart, in pixels: narrower pages are scrolled. */
const narrowest: Readonly<Record<Chart['chart'], number>> = {
  timeline: 310,
  matrix: 520,
  frequencies: 310,
  cooccurrence: 520,
  evidence: 310,
};

/** A chart: drawn as wide as the page is, and a way to what lies behind its marks. */
export class ChartView implements PictureView {
  readonly element: HTMLElement;
  private readonly area = element('div', { className: 'sheet' });
  private readonly drawn = element('div', { className: 'drawn' });
  private readonly marks: Marks;
  private readonly brush: Brush;
  private readonly brushInput: BrushInput;
  /** Plots are made in a document of their own: what they come to is drawn into the page. */
  private readonly workshop = document.implementation.createHTMLDocument('');
  private data: ChartData | undefined;
  private caption: readonly string[] = [];
  private width = 0;

  constructor(private readonly channel: Channel) {
    const card = new Card();
    this.area.append(this.drawn, card.element);
    this.marks = new Marks(this.area, card, channel);
    this.brush = new Brush(this.drawn, card, (days) => channel.tell({ type: 'filter', ...days }));
    this.brushInput = new BrushInput(channel);
    const keys = element('p', { className: 'keys' }, channel.text('keys'));
    this.element = element('div', { className: 'chart' }, this.area, this.brushInput.element, keys);
    new ResizeObserver(() => {
      if (this.widthNow() !== this.width) this.draw();
    }).observe(this.area);
  }

  show(data: unknown, caption: readonly string[], days: Days | undefined): void {
    this.data = data as ChartData;
    this.caption = caption;
    const { chart } = this.data;
    this.brush.set(chart.chart === 'timeline' ? chart.figures : undefined, days);
    this.brushInput.show(chart.chart === 'timeline' ? chart.figures : undefined, days);
    this.draw();
  }

  tables(): readonly TableData[] {
    return this.data?.tables ?? [];
  }

  svg(): string {
    const { data, caption } = this;
    return data ? svgFile(chartShape(data.chart, this.drawing(FILE_WIDTH, { palette: lightPalette, caption }))) : '';
  }

  private draw(): void {
    if (!this.data) return;
    this.width = this.widthNow();
    if (this.width === 0) return;
    const drawing = this.drawing(Math.max(narrowest[this.data.chart.chart], this.width), {
      palette: themePalette,
      caption: [],
    });
    const made = svgElement(chartShape(this.data.chart, drawing));
    this.marks.draw(made, () => this.drawn.replaceChildren(made));
    this.brush.draw(made);
  }

  private widthNow(): number {
    return this.area.clientWidth;
  }

  private drawing(width: number, look: Pick<Drawing, 'palette' | 'caption'>): Drawing {
    const title = this.data?.title ?? '';
    return { document: this.workshop, width, title, words: drawingWords(this.channel), ...look };
  }
}
