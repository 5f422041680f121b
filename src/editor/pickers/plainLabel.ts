/** Between `$` and `(`: VS Code takes `$(name)` in labels for an icon, and has no escape that all of its lists know. */
const BREAK = '\u200b';

/**
 * Text from a file for a label, description or detail of a list: no icons, on one line, and without the marks that turn
 * the direction of what follows. Cut to `most` code points, the cut shown by an ellipsis.
 */
export function plainLabel(text: string, most = 120): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const points = [...line];
  const cut = points.length > most ? `${points.slice(0, most - 1).join('')}…` : line;
  return cut.replaceAll('$(', `$${BREAK}(`);
}
