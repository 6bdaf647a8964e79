// @ts-check
/** Small menus: they close on Escape, on a click elsewhere, and when focus leaves them. */

export function popups() {
  for (const popup of document.querySelectorAll("details.hb-popup")) {
    if (!(popup instanceof HTMLDetailsElement)) continue;
    const close = () => (popup.open = false);
    popup.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !popup.open) return;
      close();
      popup.querySelector("summary")?.focus();
    });
    popup.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && !popup.contains(event.relatedTarget)) close();
    });
    document.addEventListener("click", (event) => {
      if (event.target instanceof Node && !popup.contains(event.target)) close();
    });
  }
}

/** Closes the menu that an element stands in. @param {Element} inside */
export function closePopup(inside) {
  inside.closest("details")?.removeAttribute("open");
}
