import type { Placement } from '../../anchoring/placing';
import type { LazyPart } from '../lazyPart';
import type { Sought } from '../texts/sought';

/** Finds targets again in texts that changed; what that takes is loaded when it is first needed. */
export class Finder {
  constructor(
    private readonly part: LazyPart<typeof import('../lazy/finding')>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Where the ranges of each target stand; undefined where the person gave up waiting, or it went wrong, which is told. */
  async find(sought: Sought): Promise<readonly Placement[][] | undefined> {
    try {
      const { findAgain } = await this.part.get();
      return await findAgain(sought);
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }
}
