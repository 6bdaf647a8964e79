// @ts-check
/** A page opened from the code on a print tells whether the print is current, and which steps are new since. */
import { filled, made, pageFacts } from "./page.js";

const MARK = 2;

export function prints() {
  const { stamp, words } = pageFacts();
  const found = /^#print=([0-9a-f]+)\.([\w-]*)$/.exec(location.hash);
  const article = document.querySelector("article");
  if (!stamp || !found || !article) return;
  const [, version, marks] = found;
  const printed = pairs(marks);
  const today = pairs(stamp.marks);
  const steps = [...document.querySelectorAll(".hb-step")];
  const fresh = version === stamp.version ? [] : steps.filter((step, at) => !printed.includes(today[at]));
  const gone = printed.filter((mark) => !today.includes(mark)).length;
  const notice = made("div", "hb-notice");
  notice.setAttribute("role", "status");
  notice.append(made("p", "", version === stamp.version ? words.printCurrent : words.printOld));
  if (fresh.length) {
    const list = document.createElement("ul");
    for (const step of fresh) {
      step.classList.add("hb-step-new");
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${step.id}`;
      link.textContent = step.querySelector("label")?.textContent || step.id;
      item.append(link);
      list.append(item);
    }
    notice.append(list);
  }
  if (gone) notice.append(made("p", "", filled(words.printGone, { count: gone })));
  article.querySelector("h1")?.after(notice);
}

/** @param {string} marks @returns {string[]} */
function pairs(marks) {
  return marks.match(new RegExp(`.{${MARK}}`, "g")) || [];
}
