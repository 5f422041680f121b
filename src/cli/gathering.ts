import { StatementGatherer } from '../analysis/network/gathering';
import type { NetworkSettings } from '../analysis/network/settings';
import type { Statements } from '../analysis/network/statements';
import type { Work } from '../anchoring/slices';
import type { Corpus } from './corpus';
import { eachAnalysed } from './eachArticle';
import { Progress } from './progress';

/** What the claims of all articles state, read one by one. */
export async function gathered(corpus: Corpus, settings: NetworkSettings): Promise<Statements> {
  const gatherer = new StatementGatherer(settings);
  await eachAnalysed(corpus, (article) => gatherer.add(article));
  return gatherer.statements();
}

/** Does long work, and shows how far it is. */
export function shown<R>(work: Work<R>, what: string): R {
  const progress = new Progress();
  try {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      progress.show(`${what}: ${Math.floor(step.value * 100)} %`);
    }
  } finally {
    progress.clear();
  }
}
