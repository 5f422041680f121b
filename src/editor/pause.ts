/** Does a thing once things have been quiet for a while; each call begins the wait anew. */
export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => void) {}

  /** `ms` milliseconds from now; an earlier wait is given up. */
  begin(ms: number): void {
    this.end();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.work();
    }, ms);
  }

  /** Gives up the wait. */
  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  dispose(): void {
    this.end();
  }
}
