import type { PlacedAnnotation } from '../../../../../src/model/annotation';
import { effectiveCodebook, type Codebook } from '../../../../../src/model/codebook';
import type { Context, FoundField, SectionSpec } from '../../../../../src/editor/panels/details/fields';
import type { Label, Vocabulary } from '../../../../../src/editor/panels/details/vocabulary';

/** Words that are what they stand for. */
export const words: Vocabulary = {
  labels: new Proxy({} as Record<Label, string>, { get: (_, name) => String(name) }),
  yes: 'Yes',
  no: 'No',
  none: 'none',
  role: ({ id }) => id,
  attribution: (attribution) => attribution,
  form: (form) => form,
  status: (status) => status.toUpperCase(),
  actorKind: (kind) => kind,
  headline: ({ id }) => `says ${id}`,
  quotation: ({ target }) => target.map(({ exact }) => exact).join(' '),
  line: ({ target }) => `line ${target[0]?.start ?? 0}`,
  place: ({ standing }) => standing,
  codingOf: (creator) => creator,
  inCodebook: (what, name) => `${what} ${name}`,
  notShown: (count) => `${count} more`,
  hint: (rule) => (rule === 'list' ? 'list' : rule.is),
  problem: ({ is }) => is,
};

export const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'china', name: 'China', kind: 'state' },
    { id: 'nato', name: 'NATO', kind: 'alliance', members: ['usa'] },
    { id: 'pentagon', name: 'Pentagon', parent: 'usa' },
    {
      id: 'usa',
      name: 'United States',
      aliases: ['US', 'Washington'],
      note: 'Not the people.',
      formerIds: ['america'],
    },
  ],
  topics: [
    { id: 'peace', name: 'Peace' },
    { id: 'tests', name: 'Missile tests', parent: 'peace', description: 'Of any range.', examples: ['“Tests go on.”'] },
  ],
  sources: [{ id: 'res-1718', name: 'Resolution 1718', kind: 'document', date: '2006' }],
  attributes: [
    { id: 'hedged', name: 'Hedged', type: 'boolean', appliesTo: ['claim'] },
    { id: 'weight', name: 'Weight', type: 'integer', min: 1, max: 5, appliesTo: ['claim', 'topic'] },
    { id: 'verdict', name: 'Verdict', type: 'choice', options: [{ id: 'true', name: 'True' }], appliesTo: ['claim'] },
    { id: 'when', name: 'When', type: 'date', appliesTo: ['claim'] },
    { id: 'tags', name: 'Tags', type: 'list', appliesTo: ['claim', 'article'] },
    { id: 'office', name: 'Office', type: 'text', appliesTo: ['actor'] },
  ],
};

export function marked(
  id: string,
  type: string,
  start: number,
  fields: Partial<PlacedAnnotation> = {},
): PlacedAnnotation {
  const range = { start, end: start + 5, exact: `words ${id}`, prefix: '', suffix: '', standing: 'anchored' as const };
  return { id, type, target: [range], standing: 'anchored', ...fields };
}

export function contextOf(annotations: readonly PlacedAnnotation[], book: Codebook = codebook): Context {
  return { words, lists: effectiveCodebook(book), annotations, rangesOf: ({ target }) => target };
}

/** The field of a name, with its section. */
export function found(sections: readonly SectionSpec[], name: string, keeper = 'annotation'): FoundField {
  for (const section of sections) {
    const field = section.fields.find((one) => one.name === name);
    if (field && section.keeper.in === keeper) return { section, field };
  }
  throw new Error(`There is no field ${name} of the ${keeper}`);
}
