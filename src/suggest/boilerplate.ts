/** What scraped pages carry besides the article, known by its words. Each function looks at one trimmed line. */

const SHARE_NAMES =
  /whatsapp|facebook|twitter|pinterest|reddit|gmail|e-?mail|linkedin|telegram|messenger|instagram|tumblr|youtube|copy link|print|share|tweet/giu;
const SHARE_LINE =
  /^(?:share(?: this)?(?: article| post| story| on)?|tweet|print(?: this)?|e-?mail this|copy link)\s*:?$/iu;
const LONE_LINE =
  /^(?:keep reading|continue reading|read (?:more|next|also)\b.{0,120}|see also\b.{0,120}|advertisements?|sponsored(?: content)?|loading.{0,3}|skip to (?:main )?content|listen to (?:this )?article|subscribe(?: now)?|sign up (?:for|to) .{0,80}newsletter.{0,40}|follow us.{0,60}|\d+ min(?:ute)?s? read)$/iu;
const SECTION_LINE =
  /^(?:(?:related|recent|popular|latest|similar|further|other|more) (?:publications?|posts?|articles?|stor(?:y|ies)|news|reading|content|topics|coverage)|related|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|more (?:from|on|in) .{1,60}|most (?:read|popular)|trending(?: now)?|about the authors?|leave a (?:reply|comment)|comments|tags)\s*:?$/iu;
const PROFESSION =
  /\b(?:news)?(?:writer|journalist|reporter|editor|correspondent|columnist|author|professor|fellow|analyst|researcher|contributor|lecturer|scholar|freelancer?|blogger|producer)\b/iu;

export function isShareBar(line: string): boolean {
  if (line.length > 400) return false;
  if (SHARE_LINE.test(line)) return true;
  const names = line.match(SHARE_NAMES)?.length ?? 0;
  return names >= 2 && /^[\s|,·•:/+-]*$/u.test(line.replace(SHARE_NAMES, ''));
}

/** "Keep Reading", "Advertisement": nothing but itself. */
export function isLoneBoilerplate(line: string): boolean {
  return line.length <= 160 && (isShareBar(line) || LONE_LINE.test(line));
}

/** "Related Publications", "Recent Posts": everything that follows belongs to it. */
export function beginsBoilerplate(line: string): boolean {
  return line.length <= 80 && SECTION_LINE.test(line);
}

/** Whether a line is an article's own paragraph, not a teaser that was cut off. */
export function isFullParagraph(line: string): boolean {
  return line.length >= 250 && /[.!?。！？]["'”’»)\]]*(?:\[\d+\])*$/u.test(line) && !/(?:…|\.\.\.|\[…\])$/u.test(line);
}

/** A line about who wrote the article. */
export function isBiography(line: string): boolean {
  return line.length <= 600 && PROFESSION.test(line);
}

/** A lone name: two to five capitalised words, or, with `short`, a single one. */
export function isNameLine(line: string, short = false): boolean {
  if (line.length > 60) return false;
  const name =
    /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|da|del|van|von|der|bin|al|el|and|&) )*\p{Lu}[\p{L}\p{M}'’.-]*){0,6}$/u;
  return name.test(line) && (short || line.includes(' '));
}
