/**
 * Any text as Markdown that shows exactly that text. Every ASCII character that isn't a letter, a digit or a space becomes
 * a character reference, which by CommonMark (section 2.5) never counts as markup; so no link, command link, icon,
 * HTML or autolink comes of it. (VS Code's `appendText` leaves `<` as it is, from which an autolink can begin, and turns
 * every space into one that doesn't break.) White space of any length becomes one space, and the marks that turn
 * the direction of what follows are left out.
 */
export function asMarkdown(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A Markdown link that runs a command with one argument object, which may hold anything. */
export function commandLink(title: string, command: string, argument: object): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${asMarkdown(title)}](command:${command}?${query})`;
}
