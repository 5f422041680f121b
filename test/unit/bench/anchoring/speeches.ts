import { seeded } from '../../../../src/analysis/seeded';
import { between, pick } from '../../../../bench/random';
import type { Speech } from '../../../../bench/anchoring/prose';

const words =
  'the government office said that talks on energy with “Russia” may affect final flows — in May… after cafés vote by members of North Korea'.split(
    ' ',
  );

/** Made-up speeches, the same at each run. */
export function speeches(seed: number): Speech[] {
  const random = seeded(seed);
  return Array.from({ length: 25 }, (_, speech) =>
    Array.from({ length: 40 }, (_, sentence) => {
      const some = Array.from({ length: between(random, 5, 20) }, () => pick(random, words));
      return `In ${seed + speech}.${sentence} ${some.join(' ')}, said the United Nations again.`;
    }),
  );
}
