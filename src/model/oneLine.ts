/** A text with each run of white space one space, and none around it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
