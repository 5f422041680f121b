import { inSlices, type Slicing, type Work } from '../../../anchoring/slices';
import type { AsyncWork } from './picture';

/** Does work in slices, be it work that waits for files or not; undefined where it was cancelled. */
export async function inSlicesOrWaiting<R>(work: Work<R> | AsyncWork<R>, slicing: Slicing): Promise<R | undefined> {
  if (!(Symbol.asyncIterator in work)) return inSlices(work, slicing);
  const { slice, pause, cancelled, progress } = slicing;
  for (let until = performance.now() + slice; ;) {
    const step = await work.next();
    if (step.done === true) return step.value;
    // Files that are read take time, though little work: others come in anyway, and may want no more of it.
    if (cancelled?.() === true) {
      await work.return(undefined as never);
      return undefined;
    }
    if (performance.now() < until) continue;
    progress?.(step.value);
    await pause();
    until = performance.now() + slice;
  }
}
