// @ts-check
/**
 * What this device holds of the handbook, so that it works without a network: files by their address and the hash of their
 * contents. A list (offline/<language>.json) names the files of a version; only those that are not held are fetched, and a
 * new version takes the place of the old one when it is complete.
 *
 * @typedef {{version: string, root: string, files: Record<string, string>}} List
 * @typedef {{lists: Record<string, List>}} Held the complete lists
 */

const FILES = "handbook-files-1";
const VISITED = "handbook-visited-1";
const SHARED = "shared";
const MOST_VISITED = 120;
const AT_ONCE = 4;

const base = new URL("./", location.href);
const HELD = new URL("offline/held", base).href;

/** @type {Promise<Held> | undefined} */
let known;

/** Nothing, where it can't be read: the network has it all. @returns {Promise<Held>} */
function held() {
  known ??= read().catch(() => ({ lists: {} }));
  return known;
}

/** @returns {Promise<Held>} */
async function read() {
  const cache = await caches.open(FILES);
  const found = await (await cache.match(HELD))?.json();
  return { lists: found?.lists || {} };
}

/** A search index stands in a folder that is named after all of it: what is the same in the next one is not fetched again. */
const VERSION = /^(search\/[^/]+\/)[0-9a-f]{8}\//;

/** @param {string} path decoded, relative to the site's root @param {string} hash */
function keyOf(path, hash) {
  return `${addressOf(path.replace(VERSION, "$1"))}?handbook=${hash}`;
}

/** @param {string} path */
function addressOf(path) {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), base).href;
}

/** A broken escape stays as it is. @param {URL} url */
function pathOf(url) {
  const path = url.pathname.slice(base.pathname.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Removes what another version of this script has kept. */
export async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("handbook-") && name !== FILES && name !== VISITED).map((name) => caches.delete(name)));
}

/** @type {Promise<unknown>} One after the other. */
let running = Promise.resolve();

/**
 * Brings a language, and those that are held already, up to the newest version.
 *
 * @param {string} lang
 * @returns {Promise<"kept" | "updated">} updated: what pages show now is older than what is held. Rejects without a network.
 */
export function refresh(lang) {
  const turn = running.then(() => refreshed(lang));
  running = turn.catch(() => undefined);
  return turn;
}

/** @param {string} lang @returns {Promise<"kept" | "updated">} */
async function refreshed(lang) {
  const old = (await held()).lists;
  const names = [...new Set([SHARED, lang, ...Object.keys(old)])];
  const fresh = await newest(names);
  if (!fresh[SHARED] || !fresh[lang]) throw new Error(`no list: ${lang}`);
  if (versions(fresh) === versions(old)) return "kept";
  const cache = await caches.open(FILES);
  await fill(cache, fresh);
  if (versions(await newest(names)) !== versions(fresh)) throw new Error("a newer version came meanwhile");
  await cache.put(HELD, new Response(JSON.stringify({ lists: fresh })));
  known = Promise.resolve({ lists: fresh });
  await drop(cache, fresh);
  return old[lang] ? "updated" : "kept";
}

/** The lists as the server has them now; one that is gone is left out. @param {string[]} names @returns {Promise<Record<string, List>>} */
async function newest(names) {
  const answers = await Promise.all(names.map((name) => fetch(new URL(`offline/${name}.json`, base), { cache: "no-cache" })));
  const found = await Promise.all(answers.map(async (answer, at) => (answer.ok ? [[names[at], await answer.json()]] : [])));
  return Object.fromEntries(found.flat());
}

/** @param {Record<string, List>} lists */
function versions(lists) {
  return Object.keys(lists).sort().map((name) => `${name}=${lists[name].version}`).join();
}

/** @param {Record<string, List>} lists @returns {Map<string, string>} key → address, in the order in which they are needed */
function wanted(lists) {
  return new Map(Object.values(lists).flatMap(({ files }) => Object.entries(files).map(([path, hash]) => [keyOf(path, hash), addressOf(path)])));
}

/** Fetches what is not held yet. @param {Cache} cache @param {Record<string, List>} lists */
async function fill(cache, lists) {
  const has = new Set((await cache.keys()).map(({ url }) => url));
  const missing = [...wanted(lists)].filter(([key]) => !has.has(key));
  const work = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const [key, url] = next;
      const answer = await fetch(url, { cache: "no-cache" });
      if (answer.status !== 200 || answer.redirected) throw new Error(`${answer.status} ${url}`);
      await cache.put(key, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** @param {Cache} cache @param {Record<string, List>} lists */
async function drop(cache, lists) {
  const keys = wanted(lists);
  const gone = (await cache.keys()).filter(({ url }) => url !== HELD && !keys.has(url));
  await Promise.all(gone.map((request) => cache.delete(request)));
}

/**
 * What is held; else what the network sends; without one, what was visited before, or the page that says so. Where the
 * device's storage is full or broken, the network alone is enough.
 *
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function answer(request) {
  const url = new URL(request.url);
  const path = pathOf(url);
  const own = await stored(path).catch(() => undefined);
  if (own) return own;
  try {
    const found = await fetch(request);
    if (found.status === 200 && found.type === "basic" && !found.redirected) await visited(path, found.clone()).catch(() => undefined);
    return found;
  } catch (error) {
    const address = addressOf(path);
    const before = (await caches.match(address)) || (await caches.match(address, { ignoreSearch: true, cacheName: FILES }));
    const instead = before || (request.mode === "navigate" ? elsewhere(url, path, (await held()).lists) : undefined);
    if (!instead) throw error;
    return instead;
  }
}

/** A file of a complete list. @param {string} path @returns {Promise<Response | undefined>} */
async function stored(path) {
  const { lists } = await held();
  const hash = Object.values(lists).map(({ files }) => files[path]).find(Boolean);
  return hash ? (await caches.open(FILES)).match(keyOf(path, hash)) : undefined;
}

/** Keeps what was visited last. @param {string} path @param {Response} response */
async function visited(path, response) {
  const cache = await caches.open(VISITED);
  await cache.delete(addressOf(path));
  await cache.put(addressOf(path), response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_VISITED)).map((key) => cache.delete(key)));
}

/** Where a reader without a network is sent. @param {URL} url @param {string} path @param {Record<string, List>} lists */
function elsewhere(url, path, lists) {
  if (Object.values(lists).some(({ files }) => files[`${path}/`])) return Response.redirect(`${addressOf(path)}/${url.search}`);
  const languages = Object.entries(lists).filter(([name]) => name !== SHARED).map(([, list]) => list);
  const nearest = languages.sort((a, b) => b.root.length - a.root.length).find(({ root }) => path.startsWith(root)) || languages[0];
  return nearest && Response.redirect(`${addressOf(`${nearest.root}offline/`)}?wanted=${encodeURIComponent(path + url.search)}`);
}
