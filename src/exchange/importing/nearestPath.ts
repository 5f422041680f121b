/** Of paths with `/` the one whose end agrees with `wanted` in most names; of several the first, undefined where there is none. */
export function nearestPath(paths: readonly string[], wanted: string): string | undefined {
  const [first, ...others] = paths;
  return others.reduce((best, one) => {
    return best !== undefined && namesInCommon(one, wanted) > namesInCommon(best, wanted) ? one : best;
  }, first);
}

/** How many names at their ends are the same. */
function namesInCommon(one: string, other: string): number {
  const names = one.split('/').reverse();
  const others = other.split('/').reverse();
  const differs = names.findIndex((name, n) => name !== others[n]);
  return differs < 0 ? names.length : differs;
}
