/** Where something is on the screen. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

const directions: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function isArrow(key: string): boolean {
  return Object.hasOwn(directions, key);
}

/** The spot that one means by an arrow key: near, and rather straight in its direction. Undefined where there is none that way. */
export function towards(spots: readonly Spot[], from: number, key: string): number | undefined {
  const [way, here] = [directions[key], spots[from]];
  if (!way || !here) return undefined;
  let found: number | undefined;
  let least = Infinity;
  for (const [at, { x, y }] of spots.entries()) {
    const [dx, dy] = [x - here.x, y - here.y];
    const along = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (at === from || along <= 0 || aside > along * 2) continue;
    const cost = along + aside * 2;
    if (cost < least) [found, least] = [at, cost];
  }
  return found;
}
