/** How often a map or a set is asked something while `work` is done: what would grow with the square of the items does so here. */
export function lookups(work: () => void): number {
  let count = 0;
  const [{ has, get }, { has: setHas }] = [Map.prototype, Set.prototype];
  Map.prototype.has = function (key: unknown) {
    count += 1;
    return has.call(this, key);
  };
  Map.prototype.get = function (key: unknown): unknown {
    count += 1;
    return get.call(this, key) as unknown;
  };
  Set.prototype.has = function (key: unknown) {
    count += 1;
    return setHas.call(this, key);
  };
  try {
    work();
  } finally {
    Object.assign(Map.prototype, { has, get });
    Set.prototype.has = setHas;
  }
  return count;
}
