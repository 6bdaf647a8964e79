// @ts-check
/** Switching languages keeps the place and the language beside; another language of the browser is offered once. */
import { remember } from "./memory.js";
import { made, pageFacts } from "./page.js";
import { beside } from "./parallel.js";
import { keepPlace } from "./place.js";
import { wanted } from "./wanted.js";

export function languages() {
  const list = document.querySelector(".hb-languages");
  if (!list) return;
  for (const link of list.querySelectorAll("a[data-language]")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.addEventListener("click", () => {
      remember("language", link.dataset.language || null);
      link.search = asked(link.dataset.language || "");
      link.hash = location.hash || nearestSection();
      keepPlace();
    });
  }
  offer(list);
}

/** What the address asks for stays; the reader who moves to the language beside gets the one they came from. @param {string} target */
function asked(target) {
  const wishes = new URLSearchParams(location.search);
  if (beside() === target) wishes.set("with", pageFacts().lang);
  return wishes.toString();
}

/** The last heading that has scrolled past the top: its id is the same in every language. */
function nearestSection() {
  const passed = [...document.querySelectorAll("article :is(h2, h3)[id]")].filter(
    (heading) => !heading.closest(".hb-page-end") && heading.getBoundingClientRect().top < innerHeight / 3,
  );
  const last = scrollY > 0 ? passed.at(-1) : undefined;
  return last ? `#${last.id}` : "";
}

/** start.js has kept room for the offer. @param {Element} list */
function offer(list) {
  const { lang, words } = pageFacts();
  const place = document.getElementById("hb-offer");
  const known = [...list.querySelectorAll("a[data-language]")].map((link) => link.getAttribute("data-language") || "");
  const wish = wanted(known, lang);
  const link = list.querySelector(`a[data-language="${CSS.escape(wish)}"]`);
  const text = list.getAttribute(`data-offer-${wish}`);
  const show = (/** @type {boolean} */ shown) => {
    if (place) place.hidden = !shown;
    document.documentElement.classList.toggle("hb-has-offer", shown);
  };
  if (!place || !(link instanceof HTMLAnchorElement) || !text) return show(false);
  const accept = document.createElement("a");
  accept.href = link.href;
  accept.lang = wish;
  accept.textContent = text;
  accept.addEventListener("click", () => remember("language", wish));
  const close = made("button", "hb-button-icon", "×");
  close.setAttribute("type", "button");
  close.setAttribute("aria-label", words.close);
  close.addEventListener("click", () => {
    remember("offer.closed", lang);
    remember("language", lang);
    show(false);
    document.getElementById("hb-main")?.focus();
  });
  place.append(accept, close);
  return show(true);
}
