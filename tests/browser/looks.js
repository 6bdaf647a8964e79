// Asked of an open page by looks.py; each function gives a list of what is wrong.

const CONTROL = "a[href], button, input, select, summary";
const CHOSEN = "[aria-current], [aria-pressed=true], [aria-selected=true]";
const HELD = "button, summary, label, th, td, dd, dt, li, p, h1, h2, h3, .hb-button, .hb-term, .hb-card, .hb-phrase";

const name = (one) => one.outerHTML.replace(/\s+/g, " ").slice(0, 100);
const seen = (one) => one.checkVisibility({ visibilityProperty: true });
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);

function spread() {
  for (const one of document.querySelectorAll("body *")) {
    one.style.lineHeight = "1.5";
    one.style.letterSpacing = "0.12em";
    one.style.wordSpacing = "0.16em";
    if (one.matches("p")) one.style.marginBlockEnd = "2em";
  }
  return [];
}

function gather() {
  for (const one of document.querySelectorAll("body *"))
    for (const property of ["line-height", "letter-spacing", "word-spacing", "margin-block-end"]) one.style.removeProperty(property);
  return [];
}

function enlarge() {
  document.documentElement.style.fontSize = "200%";
  return [];
}

function shrink() {
  document.documentElement.style.removeProperty("font-size");
  return [];
}

/** Text that leaves what holds it or the window, or the page that scrolls sideways. */
function cut() {
  const wide = document.documentElement.scrollWidth;
  return [...(wide > innerWidth ? [`scrolls sideways, ${wide} px`] : []), ...all("body").flatMap(cutIn)];
}

function cutIn(part) {
  const faults = [];
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || !seen(text.parentElement) || text.parentElement.closest("svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width && box.height && leaves(text.parentElement, box)) faults.push(`${text.data.trim().slice(0, 40)} in ${name(text.parentElement)}`);
  }
  return faults;
}

function leaves(element, box) {
  for (let up = element; up && up !== document.body; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (style.clipPath !== "none" || ["auto", "scroll"].includes(style.overflowX)) return false;
    if (style.position === "fixed") break;
    const hides = ["hidden", "clip"].includes(style.overflowX);
    if (style.display === "inline") continue;
    if (!hides && !up.matches(HELD)) continue;
    const frame = up.getBoundingClientRect();
    if (box.right > frame.right + 2 || box.left < frame.left - 2) return true;
    if (hides && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2)) return true;
  }
  return box.right > innerWidth + 1 || box.left < -1;
}

/** Remembers which controls are told by what they are filled with. */
function remember() {
  window.filled = new Set(all(CONTROL).filter((one) => getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)" || getComputedStyle(one).boxShadow !== "none"));
  return [];
}

/** What forced colours take away: the edge of a control that was filled, the mark of one that is chosen. */
function edgeless() {
  const told = (one) => (one.matches("input, select") && getComputedStyle(one).appearance !== "none") || edge(one) || one.getBoundingClientRect().bottom + scrollY < 0;
  return all(CONTROL)
    .filter((one) => (window.filled.has(one) || one.matches(CHOSEN)) && !told(one))
    .map(name);
}

function edge(one) {
  const style = getComputedStyle(one);
  const lined = ["Top", "Bottom", "Left", "Right"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]));
  return lined || style.textDecorationLine !== "none" || style.outlineStyle !== "none";
}

function moving() {
  const parts = (one) => [null, "::before", "::after"].map((part) => getComputedStyle(one, part));
  const lasts = (times) => times.split(", ").some((time) => parseFloat(time) > 0.01);
  const moves = (style) => (lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration)) || style.scrollBehavior === "smooth");
  return [document.documentElement, ...document.querySelectorAll("body *")].filter((one) => parts(one).some(moves)).map(name);
}

/** Whether it is drawn on top near its upper edge, in its middle or near its lower edge. */
function reached(one) {
  const [box] = one.getClientRects();
  const near = Math.min(box.height / 2, 10);
  return [box.top + near, box.top + box.height / 2, box.bottom - near].some((y) => {
    const top = document.elementFromPoint(box.x + box.width / 2, y);
    return top && (one.contains(top) || top.contains(one));
  });
}

/** What takes the focus without showing it, and what takes it under something else. */
function unfocused() {
  const controls = all(`${CONTROL}, [tabindex="0"]`);
  const unseen = focused(controls, (one) => !marked(one)).map((one) => `unseen: ${name(one)}`);
  // An outline covers nothing, but the browser measures the whole page again for each: 70 s on a long one.
  document.adoptedStyleSheets = [new CSSStyleSheet()];
  document.adoptedStyleSheets[0].replaceSync("* { outline: none !important; text-decoration: none !important }");
  const hidden = focused(controls, (one) => !reached(one)).map((one) => `hidden: ${name(one)}`);
  document.adoptedStyleSheets = [];
  return [...unseen, ...hidden];
}

/** Those that something is true of while they have the focus. */
function focused(controls, is) {
  const found = controls.filter((one) => {
    one.focus();
    return document.activeElement === one && is(one);
  });
  document.activeElement.blur();
  return found;
}

function marked(one) {
  const style = getComputedStyle(one);
  return style.outlineStyle !== "none" || style.boxShadow !== "none" || getComputedStyle(one.parentElement).boxShadow !== "none";
}
