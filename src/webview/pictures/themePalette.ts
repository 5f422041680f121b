import { lightPalette, type Palette } from '../../pictures/palette';

/** The theme's own colours by their names, so that a picture follows when another theme is chosen. */
export const themePalette: Palette = {
  background: 'var(--vscode-editor-background)',
  text: 'var(--vscode-foreground)',
  faint: 'var(--vscode-descriptionForeground)',
  agree: 'var(--vscode-charts-blue)',
  conflict: 'var(--vscode-charts-orange)',
  plain: 'var(--vscode-descriptionForeground)',
  groups: lightPalette.groups,
};
