import type { Variable } from '../variables';

/** Whether a variable's values have numbers; undefined where the codebooks say so, by the type of an attribute. */
export function variableKind({ word }: Variable): 'number' | 'text' | undefined {
  if (word === 'stance') return 'number';
  return word.endsWith('attribute:') ? undefined : 'text';
}
