// @ts-check
const FIRST = 35;
const DIGITS = 45;

/**
 * Front-coded words in, the words with what is attached to them out: a capital tells how many letters of the word
 * before are kept (A: none), then come the new ones, then perhaps "=" and an attachment.
 *
 * @param {string} text
 * @returns {[word: string, attached: string][]}
 */
export function unpackedWords(text) {
  let word = "";
  return Array.from(text.matchAll(/([A-Z])([^A-Z=]*)(?:=([^A-Z]*))?/g), ([, kept, fresh, attached]) => {
    word = word.slice(0, kept.charCodeAt(0) - 65) + fresh;
    return [word, attached ?? ""];
  });
}

/**
 * A list of postings in, pairs of record number and weight out. Each is a number gap × 16 + weight, written with
 * digits of base 45 from "#" on; a digit that is not the last has 45 added; the backslash is skipped.
 *
 * @param {string} text
 * @returns {[record: number, weight: number][]}
 */
export function unpackedPostings(text) {
  /** @type {[number, number][]} */
  const postings = [];
  let number = 0;
  let record = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - FIRST - (code > 92 ? 1 : 0);
    number = number * DIGITS + (digit % DIGITS);
    if (digit < DIGITS) {
      record += (number >> 4) + 1;
      postings.push([record, (number & 15) + 1]);
      number = 0;
    }
  }
  return postings;
}
