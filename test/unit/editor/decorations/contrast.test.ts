import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Background and foreground of an editor in VS Code's default themes. */
const themes = {
  dark: ['#1F1F1F', '#CCCCCC'],
  light: ['#FFFFFF', '#3B3B3B'],
  highContrast: ['#000000', '#FFFFFF'],
  highContrastLight: ['#FFFFFF', '#292929'],
} as const;
type Theme = keyof typeof themes;

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<Theme, string>>;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { colors: Color[] } };
const backgrounds = ['passage', 'claim', 'source', 'actor'].map((kind) => `${kind}Background`);
const marks = [...['passage', 'claim', 'source', 'actor', 'other', 'uncertain'].map((kind) => `${kind}Border`)];

type Rgb = readonly [number, number, number];

function parsed(hex: string): { readonly rgb: Rgb; readonly alpha: number } {
  const [red = 0, green = 0, blue = 0, alpha = 255] = (hex.slice(1).match(/../g) ?? []).map((two) => parseInt(two, 16));
  return { rgb: [red, green, blue], alpha: alpha / 255 };
}

function color(name: string, theme: Theme): string {
  const found = contributes.colors.find(({ id }) => id === `policyAnnotator.${name}`);
  assert.ok(found, `package.json contributes no color ${name}`);
  return found.defaults[theme];
}

function over(top: string, below: Rgb): Rgb {
  const { rgb, alpha } = parsed(top);
  return [0, 1, 2].map((i) => (rgb[i] ?? 0) * alpha + (below[i] ?? 0) * (1 - alpha)) as unknown as Rgb;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (rgb: Rgb): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('Colours of annotations', () => {
  for (const theme of Object.keys(themes) as Theme[]) {
    const [background, foreground] = themes[theme].map((hex) => parsed(hex).rgb);
    assert.ok(background && foreground);

    it(`leave text readable in ${theme}, also where an actor stands in a source in a claim in a passage`, () => {
      let below: Rgb = background;
      for (const name of backgrounds) {
        below = over(color(name, theme), below);
        const alone = over(color(name, theme), background);
        assert.ok(contrast(foreground, alone) >= 4.5, `${name} alone`);
        assert.ok(contrast(foreground, below) >= 4.5, `${name} on those around it`);
      }
      assert.ok(contrast(parsed(color('excludedForeground', theme)).rgb, background) >= 4.5);
      assert.ok(contrast(foreground, over(color('flashBackground', theme), background)) >= 4.5, 'flash');
    });

    it(`give marks that stand out in ${theme}`, () => {
      for (const name of marks) {
        const mark = parsed(color(name, theme)).rgb;
        assert.ok(contrast(mark, background) >= 4.5, `${name}: ${contrast(mark, background)}`);
      }
    });
  }
});
