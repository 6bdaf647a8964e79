// @ts-check
/** Runs before the page is drawn: colours, the mark that scripts work, and room for what is filled in later. */
const root = document.documentElement;
root.classList.replace("no-js", "js");
try {
  const theme = localStorage.getItem("handbook.theme");
  if (theme) root.dataset.theme = theme;
  const mine = new Set(["pinned", "recent"].flatMap((key) => JSON.parse(localStorage.getItem(`handbook.${key}`) || "[]")));
  root.style.setProperty("--hb-mine", String(Math.min(mine.size, 9)));
  root.classList.toggle("hb-has-mine", mine.size > 0);
} catch {
  // storage may be forbidden; then the system's colours stay
}
