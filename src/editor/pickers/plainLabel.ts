import { shortened } from '../../model/shortened';
import { showUnseen } from '../../model/unseen';

/** Between `$` and `(`: VS Code takes `$(name)` in labels for an icon, and has no escape that all of its lists know. */
const BREAK = '\u200b';

/**
 * Text from a file for a label, description or detail of a list: no icons, on one line, and what can't be seen shown (see
 * {@link showUnseen}). Cut to `most` code points, the cut shown by an ellipsis.
 */
export function plainLabel(text: string, most = 120): string {
  const line = showUnseen(text).replace(/\s+/gu, ' ').trim();
  return shortened(line, most).replaceAll('$(', `$${BREAK}(`);
}
