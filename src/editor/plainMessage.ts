/** Keeps apart what VS Code's messages take for a link: `[words](command:…)`, and there is no escape. */
const BREAK = '\u200b';

/** A message that holds names from files: without links, and without the marks that turn the direction of what follows. */
export function plainMessage(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '').replaceAll('](', `]${BREAK}(`);
}
