// @ts-check
/** A checklist with its ticks as plain text, to be pasted into a message. */
import { isTicked } from "./ticks.js";

/**
 * @param {import("./checklist.js").Line[]} steps
 * @param {import("./ticks.js").Run} run
 * @param {string} times
 */
export function asText(steps, run, times) {
  const rows = [words(document.querySelector("article h1"))];
  if (times) rows.push(times);
  let group = "";
  for (const line of steps) {
    const heading = words(headingOf(line.item));
    if (heading && heading !== group) rows.push("", heading);
    group = heading || group;
    rows.push(`${isTicked(run, line) ? "☑" : "☐"} ${words(line.item.querySelector("label"))}`);
  }
  return [...rows, "", location.href.split("#")[0]].join("\n");
}

/** @param {Element | null} element */
function words(element) {
  return (element?.textContent || "").replace(/\s+/g, " ").trim();
}

/** The nearest heading before an element. @param {Element} element @returns {Element | null} */
function headingOf(element) {
  const all = [...document.querySelectorAll("article :is(h2, h3)")];
  return all.filter((heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1) || null;
}
