import { lightPalette, type Palette } from '../../pictures/palette';

/** The theme's own colours by their names, so that a picture follows when another theme is chosen. Its charts' blue and orange are too dark
 * in some themes: those of agreement and conflict are ours (page.css). */
export const themePalette: Palette = {
  background: 'var(--vscode-editor-background)',
  text: 'var(--vscode-foreground)',
  faint: 'var(--vscode-descriptionForeground)',
  agree: 'var(--agree)',
  conflict: 'var(--conflict)',
  plain: 'var(--vscode-descriptionForeground)',
  groups: lightPalette.groups,
};
