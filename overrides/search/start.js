// @ts-check
/**
 * How many letters two words begin with in common.
 *
 * @param {string} a
 * @param {string} b
 */
export function shared(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
