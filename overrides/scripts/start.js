// @ts-check
/** Runs before the page is drawn: colours, the mark that scripts work, and room for what is filled in later. */
import { keptIds, recall } from "./memory.js";
import { wanted } from "./wanted.js";

const root = document.documentElement;
root.classList.replace("no-js", "js");
const theme = recall("theme");
if (theme) root.dataset.theme = theme;

const mine = new Set([...keptIds("pinned"), ...keptIds("recent")]).size;
root.style.setProperty("--hb-mine", String(Math.min(mine, 9)));
root.classList.toggle("hb-has-mine", mine > 0);

const known = [...document.querySelectorAll("link[rel=alternate][hreflang]")].map((link) => link.getAttribute("hreflang") || "");
root.classList.toggle("hb-has-offer", wanted(known, root.lang) !== "");
