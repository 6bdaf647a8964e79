// @ts-check
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ\u200c\u200d][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The words of a text with their places; the same as hooks/handbook/words/tokens.py.
 *
 * @param {string} text
 * @returns {{start: number, end: number, text: string}[]}
 */
export function tokens(text) {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
    text: match[0],
  }));
}
