import { shapeText, type Shape } from './shape';

/** A picture as an SVG file. */
export function svgFile(picture: Shape): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${shapeText(picture)}\n`;
}
