// @ts-check
/** Small things that this device remembers; nothing leaves it. */
const PREFIX = "handbook.";

/** @param {string} key @returns {string | null} */
export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string | null} value null forgets */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // storage may be full or forbidden: then nothing is remembered
  }
}

/** What was kept with `keep`; null if nothing was, or if it can't be read. @param {string} key @returns {any} */
export function kept(key) {
  try {
    return JSON.parse(recall(key) || "null");
  } catch {
    return null;
  }
}

/** What was kept as a list of ids; nothing if it is something else. @param {string} key @returns {string[]} */
export function keptIds(key) {
  const found = kept(key);
  return Array.isArray(found) ? found.filter((id) => typeof id === "string" && /^[a-z0-9-]+$/.test(id)) : [];
}

/** @param {string} key @param {unknown} value null forgets */
export function keep(key, value) {
  remember(key, value === null ? null : JSON.stringify(value));
}

/** The keys that begin with a word. @param {string} start @returns {string[]} */
export function keysOf(start) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** Another tab has changed what is kept under a key. @param {string} key @param {() => void} act */
export function onChange(key, act) {
  addEventListener("storage", (event) => {
    if (event.key === PREFIX + key || event.key === null) act();
  });
}
