// @ts-check
import { Library } from "./library.js";
import { fetching } from "./load.js";

/** Answers the page's questions, one message each way. */
export function work() {
  const library = new Library(fetching(new URL("../../search/", location.href).href));
  addEventListener("message", async ({ data: { id, question } }) => {
    try {
      postMessage({ id, answer: await library.answer(question) });
    } catch (error) {
      postMessage({ id, error: String(error) });
    }
  });
}

/**
 * A way to ask that doesn't stop the page: the same script, running as a worker.
 *
 * @param {string} script
 * @param {() => void} lost is called when it can't answer any more
 * @returns {(question: import("./library.js").Question) => Promise<any>}
 */
export function employed(script, lost) {
  const worker = new Worker(script);
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, answer, error } }) => {
    if (error) open.get(id)?.reject(new Error(error));
    else open.get(id)?.resolve(answer);
    open.delete(id);
  });
  worker.addEventListener("error", () => {
    lost();
    for (const { reject } of open.values()) reject(new Error(script));
    open.clear();
  });
  return (question) =>
    new Promise((resolve, reject) => {
      open.set(++last, { resolve, reject });
      worker.postMessage({ id: last, question });
    });
}
