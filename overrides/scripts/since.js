// @ts-check
/** What changed since a day of the reader's choice: `?since=2026-11-01` in the page's address. */
import { filled } from "./page.js";
import { isoDay } from "./times.js";

export function since() {
  const form = document.querySelector("form.hb-since");
  const box = form?.querySelector("input[type=date]");
  const said = form?.querySelector("output");
  if (!(form instanceof HTMLFormElement) || !(box instanceof HTMLInputElement) || !said) return;
  const changes = [...document.querySelectorAll(".hb-changes > li")];
  const show = () => {
    for (const change of changes) {
      change.toggleAttribute("hidden", (change.querySelector("time")?.dateTime || "") < box.value);
    }
    const count = changes.filter((change) => !change.hasAttribute("hidden")).length;
    said.textContent = box.value ? filled(said.dataset.shown || "", { count, total: changes.length }) : "";
  };
  const choose = (/** @type {string} */ day) => {
    box.value = day;
    show();
    history.replaceState(history.state, "", address(box.value));
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose("");
  });
  box.addEventListener("input", () => choose(box.value));
  for (const button of form.querySelectorAll("button")) {
    if (button.value) button.addEventListener("click", () => choose(daysAgo(Number(button.value))));
  }
  form.hidden = false;
  box.value = new URL(location.href).searchParams.get("since") || "";
  show();
}

/** @param {string} day empty for every day */
function address(day) {
  const url = new URL(location.href);
  if (day) url.searchParams.set("since", day);
  else url.searchParams.delete("since");
  return url;
}

/** @param {number} count */
function daysAgo(count) {
  const today = new Date();
  return isoDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - count));
}
