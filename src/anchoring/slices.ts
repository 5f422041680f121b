/** Long work that can be interrupted: yields the share that is done, 0 to 1, every few milliseconds. */
export type Work<R> = Generator<number, R>;

/** Does the work in one go. */
export function completed<R>(work: Work<R>): R {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

export interface Slicing {
  /** Milliseconds of work between two pauses. */
  readonly slice: number;
  /** Lets others work; resolves when it is our turn again. */
  readonly pause: () => Promise<void>;
  readonly cancelled?: () => boolean;
  /** Told at each pause: the share that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** Does the work in slices; gives undefined where it was cancelled. */
export async function inSlices<R>(
  work: Work<R>,
  { slice, pause, cancelled, progress }: Slicing,
): Promise<R | undefined> {
  for (let until = performance.now() + slice; ;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    progress?.(step.value);
    await pause();
    if (cancelled?.() === true) return undefined;
    until = performance.now() + slice;
  }
}
