// @ts-check
/**
 * What this device holds of the handbook, so that it works without a network: files by their address and the hash of their
 * contents. A list (offline/<language>.json) names the files of a version; only those that are not held are fetched, and a
 * new version takes the place of the old one when it is complete.
 *
 * @typedef {{version: string, root: string, files: Record<string, string>}} List
 * @typedef {{lists: Record<string, List>, doubted: number}} Held the complete lists, with the hashes of what came; when something
 *   came otherwise than its list said, in milliseconds, or 0
 */

const base = new URL("./", location.href);
/** A host may have several handbooks, each in a folder of its own; all of them see the same caches. */
const OWN = ` ${base.pathname}`;
const FILES = `handbook-files-2${OWN}`;
const VISITED = `handbook-visited-2${OWN}`;
const SHARED = "shared";
const MOST_VISITED = 120;
const AT_ONCE = 4;
/** What came otherwise than its list said is asked for again after so many milliseconds. */
const PATIENCE = 600_000;
const HASH = 12;

const HELD = new URL("offline/held", base).href;

/** @type {Promise<Held> | undefined} */
let known;

/** Nothing, where it can't be read: the network has it all. @returns {Promise<Held>} */
function held() {
  known ??= read().catch(() => ({ lists: {}, doubted: 0 }));
  return known;
}

/** @returns {Promise<Held>} */
async function read() {
  const cache = await caches.open(FILES);
  const found = await (await cache.match(HELD))?.json();
  return { lists: found?.lists || {}, doubted: found?.doubted || 0 };
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

/** As the lists write it; a broken escape stays as it is. @param {URL} url */
function pathOf(url) {
  const path = url.pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Removes what another version of this script has kept; the first one named no folder. */
export async function tidy() {
  const own = (await caches.keys()).filter((name) => name.startsWith("handbook-") && (name.endsWith(OWN) || !name.includes(" ")));
  await Promise.all(own.filter((name) => name !== FILES && name !== VISITED).map((name) => caches.delete(name)));
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
  const { lists: old, doubted } = await held();
  const names = [...new Set([SHARED, lang, ...Object.keys(old)])];
  const fresh = await newest(names);
  if (!fresh[SHARED] || !fresh[lang]) throw new Error(`no list: ${lang}`);
  if (versions(fresh) === versions(old) && !(doubted && Math.abs(Date.now() - doubted) > PATIENCE)) return "kept";
  const cache = await caches.open(FILES);
  const lists = await filled(cache, fresh);
  if (versions(await newest(names)) !== versions(fresh)) throw new Error("a newer version came meanwhile");
  const now = { lists, doubted: contents(lists) === contents(fresh) ? 0 : Date.now() };
  await cache.put(HELD, new Response(JSON.stringify(now)));
  known = Promise.resolve(now);
  await drop(cache, lists);
  const isNews = contents(lists) !== contents(old) && (versions(fresh) !== versions(old) || !now.doubted);
  return old[lang] && isNews ? "updated" : "kept";
}

/**
 * The lists as the server has them now; one that is gone is left out, but not for a server that is out of order.
 *
 * @param {string[]} names
 * @returns {Promise<Record<string, List>>}
 */
async function newest(names) {
  const answers = await Promise.all(names.map((name) => fetch(new URL(`offline/${name}.json`, base), { cache: "no-cache" })));
  const broken = answers.find(({ status }) => status >= 500 || status === 429);
  if (broken) throw new Error(`${broken.status} ${broken.url}`);
  const found = await Promise.all(answers.map(async (answer, at) => (answer.ok ? [[names[at], await answer.json()]] : [])));
  return Object.fromEntries(found.flat());
}

/** @param {Record<string, List>} lists */
function versions(lists) {
  return Object.keys(lists).sort().map((name) => `${name}=${lists[name].version}`).join();
}

/** @param {Record<string, List>} lists */
function contents(lists) {
  return [...keys(lists)].sort().join();
}

/** @param {Record<string, List>} lists */
function keys(lists) {
  return new Set(Object.values(lists).flatMap(({ files }) => Object.entries(files).map(([path, hash]) => keyOf(path, hash))));
}

/**
 * Fetches what is not held yet, in the order in which it is needed. A site that is half uploaded, or a host that changes
 * pages on their way, sends something else than the lists say: it is held as what it is. Where a host leads on to another
 * address, what is found there is held only if it is the listed file (about/index.html), not if it is a login; and as a new
 * answer, for browsers show no page whose answer was led on.
 *
 * @param {Cache} cache
 * @param {Record<string, List>} lists
 * @returns {Promise<Record<string, List>>} the lists with the hashes of what came
 */
async function filled(cache, lists) {
  const has = new Set((await cache.keys()).map(({ url }) => url));
  /** @type {Record<string, List>} */
  const came = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, { ...list, files: { ...list.files } }]));
  const missing = Object.values(came).flatMap(({ files }) => Object.entries(files).flatMap(([path, hash]) => (has.has(keyOf(path, hash)) ? [] : [{ files, path }])));
  const work = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const { files, path } = next;
      const answer = await fetch(addressOf(path), { cache: "no-cache" });
      const hash = await hashOf(answer.clone());
      if (answer.status !== 200 || (answer.redirected && hash !== files[path])) throw new Error(`${answer.status} ${answer.url}`);
      files[path] = hash;
      await cache.put(keyOf(path, hash), answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return came;
}

/** As the lists write it. @param {Response} answer */
async function hashOf(answer) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, HASH);
}

/** @param {Cache} cache @param {Record<string, List>} lists */
async function drop(cache, lists) {
  const needed = keys(lists);
  const gone = (await cache.keys()).filter(({ url }) => url !== HELD && !needed.has(url));
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
    const before = (await caches.match(address, { cacheName: VISITED })) || (await caches.match(address, { ignoreSearch: true, cacheName: FILES }));
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
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - MOST_VISITED)).map((request) => cache.delete(request)));
}

/** Where a reader without a network is sent. @param {URL} url @param {string} path @param {Record<string, List>} lists */
function elsewhere(url, path, lists) {
  if (Object.values(lists).some(({ files }) => files[`${path}/`])) return Response.redirect(`${addressOf(path)}/${url.search}`);
  const languages = Object.entries(lists).filter(([name]) => name !== SHARED).map(([, list]) => list);
  const nearest = languages.sort((a, b) => b.root.length - a.root.length).find(({ root }) => path.startsWith(root)) || languages[0];
  return nearest && Response.redirect(`${addressOf(`${nearest.root}offline/`)}?wanted=${encodeURIComponent(path + url.search)}`);
}
