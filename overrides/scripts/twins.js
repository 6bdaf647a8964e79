// @ts-check
/**
 * The same page in another language: fetched over the network; from a folder, where nothing can be fetched, its `twin.js` is run.
 *
 * @typedef {{lang: string, dir: string, article: Element, url: string}} Twin
 */

/** Rejects where it can't be had, with the status of the answer as its cause. @param {string} url address of the page @returns {Promise<Twin>} */
export function twinAt(url) {
  return location.protocol === "file:" ? scripted(url) : fetched(url);
}

/** @param {string} url @returns {Promise<Twin>} */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`, { cause: answer.status });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("article");
  if (!article) throw new Error(`no article: ${url}`);
  return { lang: article.lang || page.documentElement.lang, dir: article.dir || page.body.dir, article, url };
}

/** Several may be on their way: each script tells its own element what it holds. @param {string} url @returns {Promise<Twin>} */
function scripted(url) {
  return new Promise((resolve, reject) => {
    const handbook = (/** @type {any} */ (globalThis).handbook ??= {});
    handbook.twin = (/** @type {{lang: string, dir: string, html: string}} */ detail) => document.currentScript?.dispatchEvent(new CustomEvent("twin", { detail }));
    const script = document.createElement("script");
    script.src = new URL("twin.js", url).href;
    script.addEventListener("twin", (/** @type {any} */ { detail: { lang, dir, html } }) => {
      const article = new DOMParser().parseFromString(html, "text/html").body;
      resolve({ lang, dir, article, url });
    });
    script.onload = () => script.remove();
    script.onerror = reject;
    document.head.append(script);
  });
}
