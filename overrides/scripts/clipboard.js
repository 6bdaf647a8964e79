// @ts-check
/** Copying, also where the modern clipboard is missing. */

/** @param {string} text @returns {Promise<boolean>} whether it worked */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

/** @param {string} text */
function copiedByHand(text) {
  const back = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hb-hidden";
  document.body.append(area);
  area.select();
  const worked = document.execCommand("copy");
  area.remove();
  if (back instanceof HTMLElement) back.focus();
  return worked;
}
