// @ts-check
/** A table that is wider than its place scrolls, and takes the focus, so that the keyboard can scroll it. */

export function tables() {
  const article = document.querySelector("article");
  if (!article) return;
  new ResizeObserver(() => {
    for (const table of article.querySelectorAll("table")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  }).observe(article);
}
