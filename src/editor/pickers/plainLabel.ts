import { plainLine } from '../../model/plainLine';

/** Between `$` and `(`: VS Code takes `$(name)` in labels for an icon, and has no escape that all of its lists know. */
const BREAK = '\u200b';

/**
 * Text from a file for a label, description or detail of a list: {@link plainLine}, without icons.
 */
export function plainLabel(text: string, most = 120): string {
  return plainLine(text, most).replaceAll('$(', `$${BREAK}(`);
}
