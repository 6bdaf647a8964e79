// @ts-check
import { strength } from "./group.js";
import { query } from "./query.js";
import { tokens } from "./tokens.js";

/**
 * Titles and terms that a half-typed text may lead to, and what it may have meant.
 *
 * @param {string} text
 * @param {import("./engine.js").Engine} engine
 * @param {number} limit
 * @returns {{completions: {title: string, url: string, kind: string}[], correction: string} | import("./types.js").Need}
 */
export function suggestions(text, engine, limit) {
  const { vocabulary, concepts, core } = engine;
  const { words, slips, unknown } = query(text, vocabulary, concepts, core);
  const corrected = slips.some(Boolean);
  const need = engine.missing([limit || corrected ? "titles" : "", unknown ? "foreign" : ""]);
  if (need.length) return { need };
  /** @type {import("./types.js").Titles["titles"]} */
  const titles = engine.shards.get("titles")?.titles ?? [];
  const matches = titles.map(([title, url, kind], order) => {
    const folded = tokens(title).map((token) => vocabulary.fold(token.text));
    const found = words.filter((word) => folded.some((other) => other.startsWith(word))).length;
    const starts = folded[0]?.startsWith(words[0]) ? 0.5 : 0;
    return { title, url, kind, order, value: found ? found + starts - folded.length / 100 : 0 };
  });
  const best = matches.filter((match) => match.value >= words.length).sort((a, b) => b.value - a.value || a.order - b.order);
  const completions = best.slice(0, limit).map(({ title, url, kind }) => ({ title, url, kind }));
  return { completions, correction: corrected ? correction(text, slips, titles, vocabulary) : "" };
}

/**
 * The query with its mistyped words as the titles spell them.
 *
 * @param {string} text
 * @param {(import("./group.js").Group | undefined)[]} slips
 * @param {import("./types.js").Titles["titles"]} titles
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 */
function correction(text, slips, titles, vocabulary) {
  /** @type {Map<string, string>} */
  const spelled = new Map();
  for (const [title] of titles) for (const { text } of tokens(title)) spelled.set(vocabulary.fold(text), text.toLowerCase());
  const typed = tokens(text.normalize("NFC")).filter((token) => vocabulary.fold(token.text));
  return slips
    .map((group, i) => {
      if (!group) return typed[i].text;
      const top = strength(group);
      const keys = [...group].filter(([key, weight]) => weight === top && !key.startsWith("#")).map(([key]) => key);
      const key = keys.sort((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a))[0] ?? "";
      return spelled.get(key) ?? key;
    })
    .filter(Boolean)
    .join(" ");
}
