// @ts-check
/** The playbooks that this device's readers have pinned or used last. */
import { keep, keptIds } from "./memory.js";
import { filled, made, pageFacts } from "./page.js";
import { runOf } from "./ticks.js";
import { twinAt } from "./twins.js";

const PINNED = "pinned";
const RECENT = "recent";
const MOST_RECENT = 4;

/** Remembers the visit, and lets the reader pin the playbook. */
export function shelf() {
  const { slug, moved } = pageFacts();
  for (const key of [PINNED, RECENT]) follow(key, moved);
  if (slug) keep(RECENT, [slug, ...keptIds(RECENT).filter((other) => other !== slug)].slice(0, MOST_RECENT + 1));
  const button = document.querySelector(".hb-pin");
  if (button instanceof HTMLElement) pinButton(button, slug);
  const mine = document.getElementById("hb-mine");
  if (mine) fill(mine);
}

/** Playbooks that were renamed stay where they were on the list. @param {string} key @param {Record<string, string>} moved */
function follow(key, moved) {
  const before = keptIds(key);
  if (before.some((slug) => slug in moved)) keep(key, [...new Set(before.map((slug) => moved[slug] ?? slug))]);
}

/** @param {HTMLElement} button @param {string} slug */
function pinButton(button, slug) {
  const draw = () => button.setAttribute("aria-pressed", String(keptIds(PINNED).includes(slug)));
  button.addEventListener("click", () => {
    const others = keptIds(PINNED).filter((other) => other !== slug);
    keep(PINNED, others.length === keptIds(PINNED).length ? [...others, slug] : others);
    draw();
  });
  draw();
}

/** The list on the home page: each playbook by its name in the page's language. @param {HTMLElement} mine */
async function fill(mine) {
  const list = /** @type {HTMLElement} */ (mine.querySelector("ul"));
  const pinned = keptIds(PINNED);
  const recent = keptIds(RECENT).filter((slug) => !pinned.includes(slug));
  const shown = [...pinned, ...recent.slice(0, MOST_RECENT)];
  const links = await Promise.all(shown.map(linkTo));
  links.forEach((link, at) => link && list.append(entry(mine, shown[at], link, pinned.includes(shown[at]))));
  show(mine, list.children.length > 0);
  mine.querySelector("button")?.addEventListener("click", () => {
    keep(PINNED, null);
    keep(RECENT, null);
    show(mine, false);
    document.getElementById("hb-main")?.focus();
  });
}

/** A playbook that is there no more. @param {string} slug */
function forget(slug) {
  for (const key of [PINNED, RECENT]) keep(key, keptIds(key).filter((other) => other !== slug));
}

/** As the playbook's card shows it; where no card does, the playbook itself is asked for its name. @param {string} slug @returns {Promise<Element | null>} */
async function linkTo(slug) {
  const shown = document.querySelector(`.hb-situation-card a[data-slug="${CSS.escape(slug)}"]`);
  if (shown) return shown;
  const folder = new URL(`playbooks/${encodeURIComponent(slug)}/`, location.href);
  const twin = await twinAt(folder.href).catch(({ cause }) => {
    if (cause === 404) forget(slug);
  });
  if (!twin) return null;
  const link = made("a", "", twin.article.querySelector("h1")?.textContent || slug);
  link.setAttribute("href", location.protocol === "file:" ? `${folder.href}index.html` : folder.href);
  link.dataset.slug = slug;
  if (twin.lang !== document.documentElement.lang) link.lang = twin.lang;
  return link;
}

/** start.js has kept room for the list. @param {HTMLElement} mine @param {boolean} wanted */
function show(mine, wanted) {
  mine.hidden = !wanted;
  if (!wanted) document.documentElement.classList.remove("hb-has-mine");
}

/** @param {HTMLElement} mine @param {string} slug @param {Element} link @param {boolean} pinned */
function entry(mine, slug, link, pinned) {
  const item = document.createElement("li");
  item.append(link.cloneNode(true));
  const { moved } = pageFacts();
  const run = runOf(slug, Object.keys(moved).filter((former) => moved[former] === slug));
  const notes = [pinned ? mine.dataset.pinned : "", run ? filled(mine.dataset.done || "", { done: run.done, total: run.total }) : ""];
  const text = notes.filter(Boolean).join(" · ");
  if (text) item.append(made("span", "hb-mine-note", text));
  return item;
}
