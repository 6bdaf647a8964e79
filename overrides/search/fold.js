// @ts-check
/**
 * A word as somebody typed it in, the skeleton that all its spellings share out; the same as hooks/handbook/words/fold.py.
 *
 * @param {[string, string][]} table replacements, longest first
 * @param {string} squeeze letters that count once however often repeated
 * @returns {(word: string) => string}
 */
export function folder(table, squeeze) {
  const replace = new Map(table);
  const find = table.length ? new RegExp(table.map(([from]) => escaped(from)).join("|"), "g") : null;
  const runs = squeeze ? new RegExp(`([${escaped(squeeze)}])\\1+`, "g") : null;
  return (word) => {
    const lower = word.toLowerCase().normalize("NFC");
    const replaced = find ? lower.replace(find, (part) => replace.get(part) ?? part) : lower;
    const bare = replaced.normalize("NFD").replace(/\p{M}/gu, "");
    return runs ? bare.replace(runs, "$1") : bare;
  };
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&");
}
