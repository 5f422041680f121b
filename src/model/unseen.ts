/** What can't be seen, yet changes what is: controls, marks of direction, joiners, fillers, tags, halves of characters. */
const UNSEEN = String.raw`[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]`;

/** Scripts whose letters take other shapes beside a joiner (Unicode's UAX 31, section 2.3). */
const JOINING = ['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

/** Unseen characters in places where writing needs them. */
const NEEDED = [
  String.raw`[\t-\r]`, // white space
  String.raw`(?<=\p{L})\u00ad(?=\p{L})`, // a soft hyphen within a word
  String.raw`(?<=[${JOINING}])[\u200c\u200d]`,
  String.raw`(?<=\p{scx=Mong})[\u180b-\u180f]`,
  String.raw`(?<=[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])\u200b`, // between words
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=[\p{L}\p{N}\p{P}\p{S}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`, // which form of the character before
  String.raw`\u{1f3f4}(?:[\u{e0020}-\u{e007e}]+\u{e007f})?`, // flags of regions
];

const anyUnseen = new RegExp(UNSEEN, 'u');
// What it may be is looked at first: looking behind costs at every character.
const neededOrUnseen = new RegExp(`(?=${UNSEEN}|\u{1f3f4})(?:(${NEEDED.join('|')})|[^])`, 'gu');

/**
 * The text with what can't be seen shown by its code point, as ⟨U+202E⟩: it could turn the direction of what follows, or
 * make two names look like one. White space, joined emoji, and joiners in scripts that write with them stay.
 */
export function showUnseen(text: string): string {
  if (!anyUnseen.test(text)) return text;
  return text.replace(neededOrUnseen, (character, needed: string | undefined) => needed ?? codePoint(character));
}

function codePoint(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
