import { showUnseen } from '../../model/unseen';

/** What some renderer makes a link of by itself: addresses with a scheme, `www.`, e-mail, and bare domain names. */
const linkish = /\/\/|www\.|@|(?:mailto|xmpp):|(?<!\.)\.\p{L}{2,}/iu;

/** A text as one line of Markdown that shows it and does nothing: no markup, HTML, link, image, table, heading, list, formula
 * or entity in it takes effect, in CommonMark, GitHub's Markdown and VS Code's preview. Runs of white space, line
 * breaks among them, become one space; white space at the edges goes. What a renderer would link by itself (which escaping doesn't
 * prevent everywhere) is put into a code span; what can't be seen is shown. For use anywhere in a paragraph, a heading, a quotation or a list item. */
export function escapeMarkdown(text: string): string {
  const line = showUnseen(text.replace(/[\s\u0085]+/g, ' ').trim());
  return line
    .replace(/[^ `<>|]+|[`<>|]/g, (part) => (linkish.test(part) ? `\`${part}\`` : escapePart(part)))
    .replace(/^(?:[-+:]|\d+(?=\.))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '`': '&#96;' };

function escapePart(part: string): string {
  return part.replace(/[<>&`]|[\\*_{}[\]()#|~=^$!]/g, (sign) => entities[sign] ?? `\\${sign}`);
}
