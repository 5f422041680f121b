import { isPartialDate } from '../model/partialDate';

/** What a text that a person types into a field must be; each is trimmed and not empty. */
export type TextRule =
  { readonly is: 'date' | 'url' | 'color' } | { readonly is: 'integer'; readonly min: number; readonly max: number };

/** What is wrong with such a text. */
export type TextProblem =
  { readonly is: 'date' | 'url' | 'color' | 'integer' } | { readonly is: 'atLeast' | 'atMost'; readonly bound: number };

export function textProblem(rule: TextRule, text: string): TextProblem | undefined {
  switch (rule.is) {
    case 'date':
      return isPartialDate(text) ? undefined : { is: 'date' };
    case 'url':
      return /^https?:\/\/\S+$/iu.test(text) ? undefined : { is: 'url' };
    case 'color':
      return /^#[0-9a-f]{6}$/iu.test(text) ? undefined : { is: 'color' };
    case 'integer': {
      const value = Number(text);
      if (!/^[+-]?\d+$/u.test(text) || !Number.isSafeInteger(value)) return { is: 'integer' };
      if (value < rule.min) return { is: 'atLeast', bound: rule.min };
      return value > rule.max ? { is: 'atMost', bound: rule.max } : undefined;
    }
  }
}
