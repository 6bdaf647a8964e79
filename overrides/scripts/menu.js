// @ts-check
/** The navigation drawer on narrow screens; without scripts its links still work. */

/** What lies behind the open drawer: neither focus nor a finger reaches it. */
const BEHIND = ".hb-header, .hb-offer, .hb-content, .hb-footer, .hb-skip";

export function menu() {
  const nav = document.getElementById("hb-nav");
  const opener = document.querySelector(".hb-menu");
  const closer = nav?.querySelector(".hb-nav-close");
  if (!nav || !(opener instanceof HTMLElement) || !(closer instanceof HTMLAnchorElement)) return;
  for (const link of [opener, closer]) link.setAttribute("role", "button");
  opener.setAttribute("aria-controls", nav.id);
  opener.setAttribute("aria-expanded", "false");
  const isOpen = () => nav.classList.contains("hb-open");
  const show = (/** @type {boolean} */ open, /** @type {boolean} */ focus = true) => {
    nav.classList.toggle("hb-open", open);
    document.documentElement.classList.toggle("hb-still", open);
    for (const part of document.querySelectorAll(BEHIND)) part.toggleAttribute("inert", open);
    opener.setAttribute("aria-expanded", String(open));
    if (!open && nav.matches(":target")) location.replace(closer.href); // it was opened before the scripts came
    if (focus) (open ? closer : opener).focus();
  };
  pressed(opener, () => show(true));
  pressed(closer, () => show(false));
  nav.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) show(false);
  });
  const wide = matchMedia("(min-width: 60.0625rem)");
  wide.addEventListener("change", () => isOpen() && show(false, false));
  if (nav.matches(":target") && !wide.matches) show(true);
}

/** A link that works as a button: click, Enter and Space. @param {HTMLElement} link @param {() => void} act */
function pressed(link, act) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    act();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    act();
  });
}
