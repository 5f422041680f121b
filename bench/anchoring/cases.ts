// What is measured: texts with targets, each changed in ten ways.
import type { Range } from '../../src/model/range';
import { seeded } from '../../src/analysis/seeded';
import { seedOf, shuffled } from '../random';
import type { Changed } from './characterMap';
import type { Change, Source } from './changes/change';
import { namesDeleted, targetsDeleted } from './changes/deletions';
import { crlf, reflow, typography, unchanged } from './changes/layout';
import { paragraphsMoved, scrapedAgain } from './changes/order';
import { heavyEdits, lightEdits } from './changes/wording';
import type { Half, Speech } from './prose';
import { namesIn, targetsIn } from './targets';
import { articlesOf } from './texts';
import { truthOf, type Truth } from './truth';

export interface Scenario {
  readonly name: string;
  readonly change: Change;
  /** Whether the targets are names that stand often in the text. */
  readonly names?: true;
}

export const scenarios: readonly Scenario[] = [
  { name: 'none', change: unchanged },
  { name: 'light edits', change: lightEdits },
  { name: 'heavy edits', change: heavyEdits },
  { name: 'reflow', change: reflow },
  { name: 'CRLF', change: crlf },
  { name: 'typography', change: typography },
  { name: 'paragraphs moved', change: paragraphsMoved },
  { name: 'targets deleted', change: targetsDeleted },
  { name: 're-scraped page', change: scrapedAgain },
  { name: 'repeated names', change: namesDeleted, names: true },
];

export interface Size {
  readonly name: string;
  /** UTF-16 units of a text. */
  readonly units: number;
  readonly texts: number;
  /** Targets of a text. */
  readonly targets: number;
}

/** A small text can't hold a thousand passages that a reader would mark: there are four. */
export const sizes: readonly Size[] = [
  { name: '50 KB', units: 50_000, texts: 4, targets: 250 },
  { name: '500 KB', units: 500_000, texts: 1, targets: 1000 },
  { name: '5 MB', units: 5_000_000, texts: 1, targets: 1000 },
];

/** One changed text. */
export interface Case {
  readonly old: string;
  readonly targets: readonly Range[];
  readonly changed: Changed;
  /** Of each target; undefined for one that was deleted. */
  readonly truths: readonly (Truth | undefined)[];
}

/** The old texts of a size, with what the scenarios need of them; made once, they are the same for each scenario. */
export function sourcesOf(speeches: readonly Speech[], half: Half, size: Size): Source[] {
  return Array.from({ length: size.texts }, (_, index) => {
    const random = seeded(seedOf(half, size.name, index));
    // Every twentieth speech is kept for sentences that are new in a changed text.
    const order = shuffled(random, speeches);
    const spared = order.slice(0, Math.ceil(order.length / 20));
    const text = articlesOf(order.slice(spared.length), size.units, random);
    return { ...text, targets: targetsIn(text, size.targets, random), spare: spared.flat() };
  });
}

/** What a scenario makes of the `index`th source of a size. */
export function caseOf(source: Source, scenario: Scenario, half: Half, size: Size, index: number): Case {
  const random = seeded(seedOf(half, size.name, index, scenario.name));
  const targets = scenario.names ? namesIn(source, size.targets, random) : source.targets;
  const changed = scenario.change({ ...source, targets }, random);
  return {
    old: source.text,
    targets,
    changed,
    truths: targets.map((target) => truthOf(source.text, changed, target)),
  };
}
