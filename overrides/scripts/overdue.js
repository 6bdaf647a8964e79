// @ts-check
/** Nothing built knows today's date: the browser marks what is overdue for review. */
import { made } from "./page.js";
import { due, isPast } from "./times.js";

export function overdue() {
  for (const line of document.querySelectorAll("[data-review-in]")) {
    if (!(line instanceof HTMLElement)) continue;
    const { reviewed, reviewIn, overdue: word } = line.dataset;
    if (!reviewed || !reviewIn || !isPast(due(reviewed, reviewIn), new Date())) continue;
    line.append(" ", made("strong", "hb-overdue", word));
  }
}
