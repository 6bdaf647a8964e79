// @ts-check
/** The table of terms: which languages it shows, and which one it is sorted by. */

export function columns() {
  const table = document.querySelector("table.hb-terms");
  const form = document.querySelector("[data-columns]");
  if (!(table instanceof HTMLTableElement) || !form) return;
  form.querySelector("button")?.addEventListener("click", () => print());
  const show = () => {
    const boxes = [...form.querySelectorAll("input[type=checkbox]")].filter((box) => box instanceof HTMLInputElement);
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const cell of table.querySelectorAll("[data-lang]")) {
      cell.toggleAttribute("hidden", !chosen.includes(cell.getAttribute("data-lang") || ""));
    }
    for (const box of boxes) box.disabled = box.checked && chosen.length <= 2;
    const order = form.querySelector("select");
    if (order) sort(table, order.value);
  };
  form.addEventListener("change", show);
  addEventListener("pageshow", show); // after going back, the browser has filled in the form
}

/** Rows carry their rank in each language's order, worked out at build time. @param {HTMLTableElement} table @param {string} lang */
function sort(table, lang) {
  const body = table.tBodies[0];
  const rank = (/** @type {Element} */ row) => Number(row.getAttribute(`data-rank-${lang}`) || 0);
  for (const head of table.tHead?.rows[0].cells || []) {
    if (head.dataset.lang === lang) head.setAttribute("aria-sort", "ascending");
    else head.removeAttribute("aria-sort");
  }
  body.append(...[...body.rows].sort((a, b) => rank(a) - rank(b)));
}
