// @ts-check
/** The small calculators on pages: each result is worked out from the numbers in its form. */

export function calculators() {
  for (const form of document.querySelectorAll("form[data-calculator]")) {
    const result = form.querySelector("output");
    if (!(form instanceof HTMLFormElement) || !result) continue;
    const { group = "", decimal = ".", money = "0" } = form.dataset;
    const number = (/** @type {number} */ value) => written(value, 1, { group, decimal });
    const price = (/** @type {number} */ value) => money.replace("0", () => written(value, 0, { group, decimal }));
    const update = () => {
      const values = [...form.querySelectorAll("input")].map((input) => input.valueAsNumber);
      const sane = values.every((value) => Number.isFinite(value) && value >= 0);
      const value = values.pop() || 0;
      const purchases = values.reduce((product, factor) => product * factor, Number(form.dataset.factor || 1));
      result.textContent = sane ? `${number(purchases)} × ${price(value)} = ${price(purchases * value)}` : "–";
    };
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("pageshow", update); // after going back, the browser has filled in the form
  }
}

/** A number with the page's separators. @param {number} value @param {number} decimals at most @param {Record<string, string>} signs */
function written(value, decimals, signs) {
  const parts = new Intl.NumberFormat("en", { maximumFractionDigits: decimals }).formatToParts(value);
  return parts.map(({ type, value: text }) => signs[type] ?? text).join("");
}
