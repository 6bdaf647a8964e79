// @ts-check
/** A button on each phrase that copies its words. */
import { pageFacts } from "./page.js";

export function phrases() {
  if (!navigator.clipboard) return;
  const { words } = pageFacts();
  for (const phrase of document.querySelectorAll(".hb-phrase")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hb-copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      const text = [...phrase.querySelectorAll(".hb-variant")].map((line) => line.textContent).join("\n");
      await navigator.clipboard.writeText(text);
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    phrase.append(button);
  }
}
