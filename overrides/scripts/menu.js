// @ts-check
/** The navigation drawer on narrow screens; without scripts its links still work. */

export function menu() {
  const nav = document.getElementById("hb-nav");
  const opener = document.querySelector(".hb-menu");
  const closer = nav?.querySelector(".hb-nav-close");
  if (!nav || !(opener instanceof HTMLElement) || !(closer instanceof HTMLElement)) return;
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-controls", nav.id);
  const show = (/** @type {boolean} */ open) => {
    nav.classList.toggle("hb-open", open);
    opener.setAttribute("aria-expanded", String(open));
    (open ? closer : opener).focus();
  };
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    show(!nav.classList.contains("hb-open"));
  });
  closer.addEventListener("click", (event) => {
    event.preventDefault();
    show(false);
  });
  nav.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && nav.classList.contains("hb-open")) show(false);
  });
}
