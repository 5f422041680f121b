import fc from 'fast-check';
import { speakersFor } from '../../../../src/analysis/claims';
import {
  aggregations,
  duplicatesKept,
  kernels,
  modes,
  normalisations,
  windowUnits,
} from '../../../../src/analysis/network/settings';
import type { Given } from '../../../../src/analysis/settings';

const variables = ['position', 'speaker', 'role:witness', 'topic', 'topic:1', 'stance', 'attribute:act', 'article'];
const pairs = fc.array(
  fc.tuple(fc.constantFrom(...variables), fc.constantFrom('a', 'A = b', '=')).map((pair) => pair.join('=')),
);

/** What may be given, with contradictions too. */
export const arbitraryGiven: fc.Arbitrary<Given> = fc.record(
  {
    mode: fc.constantFrom(...modes),
    rows: fc.constantFrom(...variables),
    columns: fc.constantFrom(...variables),
    qualifier: fc.constantFrom(...variables),
    aggregation: fc.constantFrom(...aggregations),
    normalisation: fc.constantFrom(...normalisations),
    duplicates: fc.constantFrom(...duplicatesKept),
    isolates: fc.boolean(),
    window: fc.constantFrom(...windowUnits),
    'window-size': fc.constantFrom(1, 2, '3'),
    kernel: fc.constantFrom(...kernels),
    from: fc.constantFrom('2022', '2022-07', ''),
    to: fc.constantFrom('2022', '2022-07-05'),
    exclude: pairs,
    only: pairs,
    'include-imputed': fc.boolean(),
    'include-superseded': fc.constantFrom(true, 'true', 'false'),
    'include-excluded': fc.boolean(),
    'include-irrelevant': fc.boolean(),
    'expand-members': fc.boolean(),
    'speaker-for': fc.constantFrom(...speakersFor),
  },
  { requiredKeys: [] },
);
