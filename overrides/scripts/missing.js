// @ts-check
/** One 404 page serves every language: the address tells which text comes first. */
import { pageFacts } from "./page.js";

export function missing() {
  const sections = [...document.querySelectorAll(".hb-missing")];
  if (!sections.length) return;
  const { base } = pageFacts();
  const root = new URL(`${base}/`, location.href).pathname;
  const first = location.pathname.slice(root.length).split("/")[0];
  const found = sections.find((section) => section.getAttribute("data-lang") === first) || sections[0];
  document.documentElement.lang = found.getAttribute("data-lang") || "";
  for (const section of sections) section.toggleAttribute("hidden", section !== found);
}
