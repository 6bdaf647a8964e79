// @ts-check
/** Runs before the page is drawn: colours and the mark that scripts work. */
const root = document.documentElement;
root.classList.replace("no-js", "js");
try {
  const theme = localStorage.getItem("handbook.theme");
  if (theme) root.dataset.theme = theme;
} catch {
  // storage may be forbidden; then the system's colours stay
}
