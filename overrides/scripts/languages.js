// @ts-check
/** Switching languages keeps the place and the language beside; another language of the browser is offered once. */
import { recall, remember } from "./memory.js";
import { pageFacts } from "./page.js";
import { beside } from "./parallel.js";
import { keepPlace } from "./place.js";

export function languages() {
  const list = document.querySelector(".hb-languages");
  if (!list) return;
  for (const link of list.querySelectorAll("a[data-language]")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.addEventListener("click", () => {
      remember("language", link.dataset.language || null);
      link.search = companion(link.dataset.language || "");
      link.hash = location.hash || nearestSection();
      keepPlace();
    });
  }
  offer(list);
}

/** The language beside stays; the reader who moves to it gets the one they came from. @param {string} target */
function companion(target) {
  const lang = beside();
  if (!lang) return "";
  return `?with=${lang === target ? pageFacts().lang : lang}`;
}

/** The last heading that has scrolled past the top: its id is the same in every language. */
function nearestSection() {
  const passed = [...document.querySelectorAll("article :is(h2, h3)[id]")].filter(
    (heading) => !heading.closest(".hb-page-end") && heading.getBoundingClientRect().top < innerHeight / 3,
  );
  const last = scrollY > 0 ? passed.at(-1) : undefined;
  return last ? `#${last.id}` : "";
}

/** @param {Element} list */
function offer(list) {
  const { lang, words } = pageFacts();
  const place = document.getElementById("hb-offer");
  const wanted = recall("language") || preferred(list);
  if (!place || !wanted || wanted === lang || recall("offer.closed") === lang) return;
  const link = list.querySelector(`a[data-language="${CSS.escape(wanted)}"]`);
  const text = list.getAttribute(`data-offer-${wanted}`);
  if (!(link instanceof HTMLAnchorElement) || !text) return;
  const accept = document.createElement("a");
  accept.href = link.href;
  accept.lang = wanted;
  accept.textContent = text;
  accept.addEventListener("click", () => remember("language", wanted));
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = words.close;
  close.addEventListener("click", () => {
    remember("offer.closed", lang);
    remember("language", lang);
    place.hidden = true;
  });
  place.append(accept, close);
  place.hidden = false;
}

/** @param {Element} list @returns {string | undefined} the first of the browser's languages that the handbook has */
function preferred(list) {
  const known = [...list.querySelectorAll("a[data-language]")].map((link) => link.getAttribute("data-language") || "");
  for (const wish of navigator.languages || []) {
    const found = known.find((code) => wish.toLowerCase().split("-")[0] === code);
    if (found) return found;
  }
  return undefined;
}
