// @ts-check
/** Where the reader is on a page: kept while the language changes. */
const KEY = "handbook.place";
const SECONDS = 30;

/** The block with an id that stands at the top of the view; headings count too. @returns {{id: string, top: number} | null} */
function place() {
  if (scrollY < 1) return null;
  const top = document.querySelector(".hb-header")?.getBoundingClientRect().bottom || 0;
  const blocks = [...document.querySelectorAll("article :is(h2, h3, li, p, blockquote, article)[id]")].filter(
    (block) => !block.closest(".hb-twin, .hb-page-end") && block.getBoundingClientRect().height > 0,
  );
  const at = blocks.find((block) => block.getBoundingClientRect().bottom > top) || blocks.at(-1);
  return at ? { id: at.id, top: at.getBoundingClientRect().top } : null;
}

/** To be called when the reader leaves for the same page in another language. */
export function keepPlace() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...place(), at: Date.now() }));
  } catch {
    // then the page opens at its beginning
  }
}

/** Goes back to the place that was kept; call it again whenever the page has grown. @returns {() => void} */
export function placeKeeper() {
  /** @type {any} */
  let was = null;
  try {
    was = JSON.parse(sessionStorage.getItem(KEY) || "null");
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
  return () => {
    const block = was?.id && Date.now() - was.at < SECONDS * 1000 ? document.getElementById(was.id) : null;
    if (block) scrollBy({ top: block.getBoundingClientRect().top - was.top, behavior: "instant" });
  };
}
