/** Colours of a picture: of a file, or names of a page's own. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly faint: string;
  /** Agreement and what is neither; conflict. They differ in brightness too, and conflict is dashed. */
  readonly agree: string;
  readonly conflict: string;
  readonly plain: string;
  /** Of groups, by their looks, over and over again. */
  readonly groups: readonly string[];
}

/** Of files: on white. The groups' colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart
 * (jfly.uni-koeln.de/color, 2008), without black and the two that agreement and conflict have. */
export const lightPalette: Palette = {
  background: '#ffffff',
  text: '#1f1f1f',
  faint: '#595959',
  agree: '#0072b2',
  conflict: '#d55e00',
  plain: '#7a7a7a',
  groups: ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#f0e442', '#999999'],
};
