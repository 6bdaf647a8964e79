// @ts-check
/** A button on each phrase that copies its words. */
import { copied } from "./clipboard.js";
import { made, pageFacts } from "./page.js";

export function phrases() {
  for (const phrase of document.querySelectorAll(".hb-phrase")) addCopyButton(phrase);
}

/** @param {Element} phrase */
export function addCopyButton(phrase) {
  const { words, lang } = pageFacts();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hb-copy";
  button.lang = lang;
  button.textContent = words.copy;
  const said = made("span", "hb-hidden");
  said.setAttribute("role", "status");
  said.lang = lang;
  button.addEventListener("click", async () => {
    const text = [...phrase.querySelectorAll(".hb-variant")].map((line) => line.textContent).join("\n");
    if (!(await copied(text))) return;
    button.textContent = said.textContent = words.copied;
    setTimeout(() => (button.textContent = words.copy), 2000);
  });
  phrase.append(button, said);
}
