// @ts-check
/**
 * @typedef {import("./group.js").Group} Group
 * @typedef {{record: number, score: number, matched: number}} Ranked
 */

/** Another result of a page that is already listed counts less. */
const SAME_PAGE = 0.8;
/** What the other matches of its page add to a record. */
const NEIGHBOURS = 0.08;
/** A key that is nearly everywhere still says a little. */
const LEAST_RARITY = 0.05;

/**
 * Records ranked by BM25 (weights hold its frequency part already, see hooks/handbook/search/weights.py), times the
 * part of the query that they satisfy.
 *
 * @param {Group[]} groups
 * @param {(key: string) => [number, number][]} postings
 * @param {number} total number of records
 * @returns {{all: Ranked[], rarities: number[]}} unordered; how much each group says
 */
export function ranked(groups, postings, total) {
  /** @type {Map<number, {score: number, rarity: number, matched: number}>} */
  const sums = new Map();
  const rarities = groups.map((group, bit) => {
    const { best, rarity } = scored(group, postings, total);
    for (const [record, score] of best) {
      const sum = sums.get(record) ?? { score: 0, rarity: 0, matched: 0 };
      sums.set(record, { score: sum.score + score, rarity: sum.rarity + rarity, matched: sum.matched | (1 << bit % 31) });
    }
    return rarity;
  });
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const all = Array.from(sums, ([record, sum]) => ({ record, score: (sum.score * sum.rarity) / (whole || 1), matched: sum.matched }));
  return { all, rarities };
}

/**
 * @param {Group} group
 * @param {(key: string) => [number, number][]} postings
 * @param {number} total
 */
function scored(group, postings, total) {
  /** @type {Map<number, number>} */
  const best = new Map();
  let rarity = 0;
  for (const [key, weight] of group) {
    const list = postings(key);
    if (!list.length) continue;
    const rare = Math.max(LEAST_RARITY, Math.log(1 + (total - list.length + 0.5) / (list.length + 0.5)));
    rarity = Math.max(rarity, rare * weight);
    for (const [record, impact] of list) best.set(record, Math.max(best.get(record) ?? 0, rare * weight * impact));
  }
  return { best, rarity };
}

/**
 * The best records in order; those of one page make room for other pages.
 *
 * @param {Ranked[]} all
 * @param {(record: number) => number} page
 * @param {number} limit
 * @returns {Ranked[]}
 */
export function spread(all, page, limit) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  for (const { record, score } of all) sums.set(page(record), (sums.get(page(record)) ?? 0) + score);
  const raised = all.map((item) => ({ ...item, score: item.score + NEIGHBOURS * ((sums.get(page(item.record)) ?? 0) - item.score) }));
  const pool = raised.sort((a, b) => b.score - a.score || a.record - b.record).slice(0, limit * 5);
  /** @type {Map<number, number>} */
  const seen = new Map();
  const listed = [];
  while (pool.length && listed.length < limit) {
    const next = pool.reduce((best, item, i) => (worth(item, page, seen) > worth(pool[best], page, seen) ? i : best), 0);
    const [item] = pool.splice(next, 1);
    listed.push({ ...item, score: worth(item, page, seen) });
    seen.set(page(item.record), (seen.get(page(item.record)) ?? 0) + 1);
  }
  return listed;
}

/**
 * @param {Ranked} item
 * @param {(record: number) => number} page
 * @param {Map<number, number>} seen
 */
function worth(item, page, seen) {
  return item.score * SAME_PAGE ** (seen.get(page(item.record)) ?? 0);
}
