import { shortened } from '../model/shortened';
import { showUnseen } from '../model/unseen';

/** Keeps apart what VS Code's messages take for a link: `[words](command:…)`, and there is no escape. */
const BREAK = '\u200b';

/** VS Code cuts longer messages itself, and says so nowhere. */
const MOST = 1000;

/** A message that holds names from files: without links, and with what can't be seen shown (see {@link showUnseen}). */
export function plainMessage(text: string): string {
  return shortened(showUnseen(text), MOST).replaceAll('](', `]${BREAK}(`);
}
