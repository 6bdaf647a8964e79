// @ts-check
/** Has the handbook kept on this device, language by language, and says when a newer version is there. */
import { made, pageFacts, siteRoot } from "./page.js";

const NOT_PAGES = ["missing", "style"];

export function offline() {
  retry();
  if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  const { worker } = pageFacts();
  if (!worker) return forget();
  navigator.serviceWorker.addEventListener("message", ({ data }) => hear(data));
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep, { once: true });
}

/** After everything that the page itself needs; readers who save data keep only what they open. */
async function keep() {
  const { lang, kind } = pageFacts();
  const saving = /** @type {any} */ (navigator).connection?.saveData;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", siteRoot()));
    const { active } = await navigator.serviceWorker.ready;
    if (!saving && !NOT_PAGES.includes(kind)) active?.postMessage({ lang });
  } catch {
    // private windows and some settings forbid it: then the handbook needs a network
  }
}

/** A preview is never kept, and forgets what the built site at the same address has kept. */
async function forget() {
  const registrations = await navigator.serviceWorker.getRegistrations();
  for (const registration of registrations) if (registration.scope === siteRoot().href) await registration.unregister();
}

/** @param {{lang: string, news: string}} told */
function hear({ lang, news }) {
  if (lang === pageFacts().lang) document.getElementById("hb-kept")?.classList.add("hb-shown");
  const place = document.getElementById("hb-update");
  if (news !== "updated" || !place || place.firstChild) return;
  const show = made("button", "hb-button", place.dataset.show);
  show.addEventListener("click", () => location.reload());
  const close = made("button", "hb-button-icon", "×");
  close.setAttribute("aria-label", pageFacts().words.close);
  close.addEventListener("click", () => place.replaceChildren());
  for (const button of [show, close]) button.setAttribute("type", "button");
  place.append(made("p", "", place.dataset.text), show, close);
}

/** On the page that says that there is no connection: the way back to what was wanted. */
function retry() {
  const link = document.querySelector(".hb-retry a");
  const path = new URLSearchParams(location.search).get("wanted");
  if (!(link instanceof HTMLAnchorElement) || path === null) return;
  const root = siteRoot();
  const target = new URL(path, root);
  if (target.href.startsWith(root.href)) link.href = target.href;
}
