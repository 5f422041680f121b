// Stands for node:assert/strict where there is no Node: the functions of it that host tests use, with the same meaning.

class AssertionError extends Error {
  name = 'AssertionError';
  generatedMessage;
  /** @param {string | Error | undefined} given @param {string} generated @param {unknown} actual @param {unknown} expected */
  constructor(given, generated, actual, expected) {
    super(given === undefined ? generated : String(given));
    this.generatedMessage = given === undefined;
    this.actual = actual;
    this.expected = expected;
  }
}

/** @param {unknown} value */
function show(value) {
  const text = JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner), 2);
  return text ?? String(value);
}

/** @param {boolean} holds @param {string | Error | undefined} message @param {string} generated @param {unknown} [actual] @param {unknown} [expected] */
function check(holds, message, generated, actual, expected) {
  if (holds) return;
  if (message instanceof Error) throw message;
  throw new AssertionError(message, generated, actual, expected);
}

/**
 * Deep equality as `deepStrictEqual` has it, for plain data, errors, dates, maps, sets and typed arrays.
 * @param {any} a @param {any} b @returns {boolean}
 */
function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (a instanceof Error && (a.message !== b.message || a.name !== b.name)) return false;
  if (a instanceof RegExp && String(a) !== String(b)) return false;
  if (a instanceof Map || a instanceof Set) {
    if (a.size !== b.size) return false;
    const [left, right] = [[...a], [...b]];
    return left.every((item) => right.some((other) => same(item, other)));
  }
  const keys = Reflect.ownKeys(a).filter((key) => Object.prototype.propertyIsEnumerable.call(a, key));
  const others = Reflect.ownKeys(b).filter((key) => Object.prototype.propertyIsEnumerable.call(b, key));
  return (
    keys.length === others.length &&
    (!Array.isArray(a) || a.length === b.length) &&
    keys.every((key) => Object.prototype.hasOwnProperty.call(b, key) && same(a[key], b[key]))
  );
}

/** @param {unknown} error @param {any} expected what `throws` and `rejects` take: a class, RegExp, function or object */
function fits(error, expected) {
  if (expected === undefined) return true;
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) return true;
    if (Error.isPrototypeOf(expected) || expected === Error) return false;
    return expected(error) === true;
  }
  return Object.keys(expected).every((key) => {
    const value = /** @type {any} */ (error)?.[key];
    return expected[key] instanceof RegExp ? expected[key].test(String(value)) : same(value, expected[key]);
  });
}

/** @param {unknown} value @param {string | Error} [message] */
function ok(value, message) {
  check(Boolean(value), message, `Expected a truthy value, got ${show(value)}`, value, true);
}
/** @param {unknown} actual @param {unknown} expected @param {string | Error} [message] */
function equal(actual, expected, message) {
  const generated = `Expected values to be strictly equal:\nactual:   ${show(actual)}\nexpected: ${show(expected)}`;
  check(Object.is(actual, expected), message, generated, actual, expected);
}
/** @param {unknown} actual @param {unknown} expected @param {string | Error} [message] */
function notEqual(actual, expected, message) {
  check(!Object.is(actual, expected), message, `Expected another value than ${show(actual)}`, actual, expected);
}
/** @param {unknown} actual @param {unknown} expected @param {string | Error} [message] */
function deepEqual(actual, expected, message) {
  const generated = `Expected values to be strictly deep-equal:\nactual:   ${show(actual)}\nexpected: ${show(expected)}`;
  check(same(actual, expected), message, generated, actual, expected);
}
/** @param {unknown} actual @param {unknown} expected @param {string | Error} [message] */
function notDeepEqual(actual, expected, message) {
  check(!same(actual, expected), message, `Expected another value than ${show(actual)}`, actual, expected);
}
/** @param {string} text @param {RegExp} pattern @param {string | Error} [message] */
function match(text, pattern, message) {
  check(pattern.test(text), message, `Expected ${pattern} to match ${show(text)}`, text, pattern);
}
/** @param {string} text @param {RegExp} pattern @param {string | Error} [message] */
function doesNotMatch(text, pattern, message) {
  check(!pattern.test(text), message, `Expected ${pattern} not to match ${show(text)}`, text, pattern);
}
/** @param {string | Error} [message] @returns {never} */
function fail(message) {
  if (message instanceof Error) throw message;
  throw new AssertionError(message, 'Failed', undefined, undefined);
}

/** @param {unknown} error @param {unknown} expected @param {string | Error | undefined} message */
function checkThrown(error, expected, message) {
  check(fits(error, expected), message, `Expected another error than ${error}`, error, expected);
}
/** @param {() => unknown} work @param {unknown} [expected] @param {string | Error} [message] */
function throws(work, expected, message) {
  try {
    work();
  } catch (error) {
    checkThrown(error, expected, message);
    return;
  }
  check(false, message, 'Expected an error, but there was none');
}
/** @param {() => unknown} work */
function doesNotThrow(work) {
  work();
}
/** @param {PromiseLike<unknown> | (() => PromiseLike<unknown>)} work @param {unknown} [expected] @param {string | Error} [message] */
async function rejects(work, expected, message) {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    checkThrown(error, expected, message);
    return;
  }
  check(false, message, 'Expected a rejection, but there was none');
}
/** @param {PromiseLike<unknown> | (() => PromiseLike<unknown>)} work */
async function doesNotReject(work) {
  await (typeof work === 'function' ? work() : work);
}

const assert = Object.assign((/** @type {unknown} */ value, /** @type {string} */ message) => ok(value, message), {
  AssertionError,
  ok,
  equal,
  strictEqual: equal,
  notEqual,
  notStrictEqual: notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  notDeepEqual,
  notDeepStrictEqual: notDeepEqual,
  match,
  doesNotMatch,
  fail,
  throws,
  doesNotThrow,
  rejects,
  doesNotReject,
});
export { assert as default };
export {
  AssertionError,
  ok,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
  match,
  doesNotMatch,
  fail,
  throws,
  doesNotThrow,
};
export { rejects, doesNotReject };
