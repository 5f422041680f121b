import { plainLine } from '../../model/plainLine';

/** Code points that are shown of one text. */
const MOST = 400;

/**
 * Any text as Markdown that shows exactly that text. Every ASCII character that isn't a letter, a digit or a space becomes
 * a character reference, which by CommonMark (section 2.5) never counts as markup; so no link, command link, icon,
 * HTML or autolink comes of it. (VS Code's `appendText` leaves `<` as it is, from which an autolink can begin, and turns
 * every space into one that doesn't break.) For the rest it is as {@link plainLine}.
 */
export function asMarkdown(text: string): string {
  return plainLine(text, MOST).replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A Markdown link that runs a command with one argument object, which may hold anything. */
export function commandLink(title: string, command: string, argument: object): string {
  // VS Code decodes the argument twice: a "%22" in it would become a quotation mark.
  const json = JSON.stringify([argument]).replaceAll('%', '\\u0025');
  const query = encodeURIComponent(json).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${asMarkdown(title)}](command:${command}?${query})`;
}
