// @ts-check
/** The small calculators on pages: each result is worked out from the numbers in its form. */

export function calculators() {
  for (const form of document.querySelectorAll("form[data-calculator]")) {
    const result = form.querySelector("output");
    if (!(form instanceof HTMLFormElement) || !result) continue;
    const locale = form.dataset.locale || undefined;
    const money = new Intl.NumberFormat(locale, { style: "currency", currency: form.dataset.currency || "EUR", maximumFractionDigits: 0 });
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const update = () => {
      const values = [...form.querySelectorAll("input")].map((input) => input.valueAsNumber);
      const sane = values.every((value) => Number.isFinite(value) && value >= 0);
      const price = values.pop() || 0;
      const purchases = values.reduce((product, value) => product * value, Number(form.dataset.factor || 1));
      result.textContent = sane ? `${number.format(purchases)} × ${money.format(price)} = ${money.format(purchases * price)}` : "–";
    };
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("pageshow", update); // after going back, the browser has filled in the form
  }
}
