// @ts-check
/** The filter boxes of the glossary and of the table of terms. */

/** Lower case, without marks: what a hurried reader types. @param {string} text */
function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/ł/g, "l");
}

export function filters() {
  for (const form of document.querySelectorAll("[data-filter]")) {
    const box = form.querySelector("input[type=search]");
    const count = form.querySelector("output");
    if (!(box instanceof HTMLInputElement)) continue;
    const rows = [...document.querySelectorAll(form.getAttribute("data-filter") || "")];
    const texts = rows.map((row) => folded(row.textContent || ""));
    form.addEventListener("submit", (event) => event.preventDefault());
    box.addEventListener("input", () => {
      const wanted = folded(box.value.trim());
      let shown = 0;
      rows.forEach((row, at) => {
        const hit = texts[at].includes(wanted);
        row.toggleAttribute("hidden", !hit);
        if (hit) shown += 1;
      });
      document.querySelector(".hb-letters")?.toggleAttribute("hidden", Boolean(wanted));
      for (const letter of document.querySelectorAll(".hb-letter")) {
        letter.toggleAttribute("hidden", !letter.querySelector(".hb-term:not([hidden], .hb-twin)"));
      }
      if (count) count.textContent = wanted ? (count.dataset.count || "").replace("{count}", String(shown)) : "";
    });
  }
}
