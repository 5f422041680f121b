import { whereItWas } from '../../anchoring/finding/unsought';
import type { SoughtTarget } from '../../anchoring/finding/placement';
import { followFound, moveToFound, placedAtOnce } from './finding';
import type { FollowedText } from './followedText';
import type { Spot } from './step';
import type { TextRevision } from './textRevision';

/** Places targets in a text as it is opened: at once what is of this very text, and gathers what has to be looked for. */
export class Placing {
  readonly sought = new Map<Spot, SoughtTarget>();

  private constructor(
    private readonly followed: FollowedText,
    readonly revision: TextRevision,
    /** Of the text. */
    readonly sha256: string,
  ) {}

  /** Use it before the next await: then the text may be another one. */
  static async begin(followed: FollowedText): Promise<Placing> {
    const revision = await followed.settledRevision();
    return new Placing(followed, revision, await revision.sha256());
  }

  /** Begins to follow a target. */
  follow(target: SoughtTarget): Spot {
    const { text } = this.revision;
    const known = placedAtOnce(target, text, this.sha256);
    const spot = followFound(this.followed.tracker, target, known ?? whereItWas(target, text));
    if (!known) this.sought.set(spot, target);
    return spot;
  }

  /** Places a spot that is followed already, as if it were new. */
  again(spot: Spot, target: SoughtTarget): void {
    const { text } = this.revision;
    const known = placedAtOnce(target, text, this.sha256);
    moveToFound(this.followed.tracker, spot, known ?? whereItWas(target, text));
    if (!known) this.sought.set(spot, target);
  }
}
