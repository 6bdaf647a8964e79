// @ts-check
/**
 * Loads a shard, or without a version the index, with fetch and reads it as JSON: no code of it runs.
 *
 * @param {string} base address of the folder search/
 * @returns {import("./library.js").Load}
 */
export function fetching(base) {
  return async (lang, name, version) => {
    const response = await fetch(address(base, lang, name, version), version ? {} : { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    const text = await response.text();
    return JSON.parse(`[${text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))}]`)[2];
  };
}

/**
 * Loads a shard with a script element, as pages opened from a disk must; the shard calls `handbook.searchShard`.
 *
 * @param {string} base address of the folder search/
 * @param {Record<string, any>} handbook
 * @returns {import("./library.js").Load}
 */
export function scripting(base, handbook) {
  /** @type {Map<string, (shard: any) => void>} */
  const waiting = new Map();
  handbook.searchShard = (/** @type {string} */ lang, /** @type {string} */ name, /** @type {any} */ shard) => waiting.get(`${lang}/${name}`)?.(shard);
  return (lang, name, version) =>
    new Promise((resolve, reject) => {
      const others = waiting.get(`${lang}/${name}`);
      waiting.set(`${lang}/${name}`, (shard) => {
        others?.(shard);
        resolve(shard);
      });
      const script = document.createElement("script");
      script.src = address(base, lang, name, version);
      script.onload = () => script.remove();
      script.onerror = () => reject(new Error(script.src));
      document.head.append(script);
    });
}

/**
 * @param {string} base
 * @param {string} lang
 * @param {string} name
 * @param {string} version
 */
function address(base, lang, name, version) {
  return `${base}${lang}${version ? `/${version}/${name}` : ""}.js`;
}
