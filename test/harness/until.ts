import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until `look` gives something.
 * @param what is waited for, for the message
 * @param look is asked again and again; what it throws counts as nothing yet
 * @throws Error after `seconds`, with the last error of `look`
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | null | false>,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last = '';
  for (;;) {
    try {
      const value = await look();
      if (value !== undefined && value !== null && value !== false) return value;
    } catch (error) {
      last = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}, in vain${last}`);
    await pause(40);
  }
}
