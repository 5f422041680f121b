import type { About } from '../../../model/form';
import { plainLine } from '../../../model/plainLine';
import { shortened } from '../../../model/shortened';
import { showUnseen } from '../../../model/unseen';

/** Texts of files as the page may show them. What is typed into is shown as it is: it must be given back so. */

const LONGEST_NAME = 200;
const LONGEST_TEXT = 4000;
const MOST_EXAMPLES = 20;

export function plainName(text: string): string {
  return plainLine(text, LONGEST_NAME);
}

/** With its lines. */
export function plainText(text: string): string {
  return showUnseen(shortened(text, LONGEST_TEXT));
}

export function plainAbout({ description, examples }: About): About {
  return {
    ...(description === undefined ? {} : { description: plainText(description) }),
    ...(examples === undefined ? {} : { examples: examples.slice(0, MOST_EXAMPLES).map(plainText) }),
  };
}
