// @ts-check
/**
 * A text typed with the wrong keyboard layout in, what it may have been meant to be out.
 *
 * @param {string} text
 * @param {{own: string[], other: string[]}} keyboards each the characters of the same keys
 * @returns {string[]}
 */
export function retyped(text, { own, other }) {
  const lower = text.toLowerCase();
  const found = [...other, ...own].flatMap((from) => [...own, ...other].map((to) => moved(lower, from, to)));
  return [...new Set(found)].filter((typed) => typed !== lower);
}

/**
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
function moved(text, from, to) {
  return Array.from(text, (char) => to[from.indexOf(char)] ?? char).join("");
}
