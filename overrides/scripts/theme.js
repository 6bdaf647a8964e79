// @ts-check
/** The button for light or dark colours. */
import { remember } from "./memory.js";

export function themeButton() {
  const button = document.querySelector(".hb-theme");
  if (!(button instanceof HTMLButtonElement)) return;
  button.addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (document.documentElement.dataset.theme || system) === "dark" ? "light" : "dark";
    remember("theme", next === system ? null : next);
    if (next === system) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  });
}
