import type { Work } from '../slowWork';

/** The person doesn't want it any more; nothing was written. */
class Stopped extends Error {}

/** Does work that is told to end by an error: `progress` throws one where the person cancelled. Undefined then. */
export async function stoppable<T>(
  { token, report }: Work,
  work: (progress: (message: string) => void) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work((message) => {
      if (token.isCancellationRequested) throw new Stopped();
      report(message);
    });
  } catch (error) {
    if (isStop(error)) return undefined;
    throw error;
  }
}

/** Whether an error is no failure, but the person's wish: it must reach {@link stoppable}. */
export function isStop(error: unknown): boolean {
  return error instanceof Stopped;
}
