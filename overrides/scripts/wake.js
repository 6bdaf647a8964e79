// @ts-check
/** Keeps the screen on while a checklist is done, if the reader wants it. */

/** @param {HTMLElement} button a toggle; stays hidden where the browser can't do it */
export function wakeButton(button) {
  if (!("wakeLock" in navigator)) return;
  button.hidden = false;
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let wanted = false;
  const update = async () => {
    if (wanted && !lock && document.visibilityState === "visible") {
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      lock?.addEventListener("release", () => (lock = null));
      wanted = lock !== null;
    }
    if (!wanted) await lock?.release();
    if (!wanted) lock = null;
    button.setAttribute("aria-pressed", String(wanted));
  };
  /** One request after the other. @type {Promise<void>} */
  let pending = Promise.resolve();
  const next = () => (pending = pending.then(update));
  button.addEventListener("click", () => {
    wanted = !wanted;
    return next();
  });
  document.addEventListener("visibilitychange", next);
}
