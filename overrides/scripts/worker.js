// @ts-check
/** The service worker: answers from what the device holds, and tells pages when that has become newer. */
import { answer, refresh, tidy } from "./stock.js";

const worker = /** @type {any} */ (globalThis);

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy().then(() => worker.clients.claim())));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(worker.registration.scope) && !request.headers.has("range")) event.respondWith(answer(request));
});

worker.addEventListener("message", (/** @type {any} */ event) => event.waitUntil(keep(event.data.lang, event.source)));

/** @param {string} lang @param {any} page the page that asked */
async function keep(lang, page) {
  const news = await refresh(lang).catch(() => "");
  const pages = news === "updated" ? await worker.clients.matchAll() : [page];
  for (const one of news ? pages : []) one.postMessage({ lang, news });
}
