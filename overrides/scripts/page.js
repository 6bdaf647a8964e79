// @ts-check
/** What the page tells its scripts: language, kind, words. */

/**
 * @typedef {{lang: string, kind: string, slug: string, base: string, alternates: string[], words: Record<string, string>}} PageFacts
 */

/** @returns {PageFacts} */
export function pageFacts() {
  return JSON.parse(document.getElementById("hb-page")?.textContent || "{}");
}
