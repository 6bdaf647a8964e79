// @ts-check
/** Times as people say them. */

/** The time of day; with the date in figures unless it is today. @param {number} at @param {string} locale @param {string} pattern of the date */
export function moment(at, locale, pattern) {
  const day = new Date(at);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(day);
  return day.toDateString() === new Date().toDateString() ? time : `${inFigures(isoDay(day), pattern)} ${time}`;
}

/** A date in figures. @param {string} day YYYY-MM-DD @param {string} pattern of d, M and y; one letter: no nought before it */
export function inFigures(day, pattern) {
  const [y, M, d] = day.split("-");
  return pattern.replace(/[dMy]+/g, (part) => (part.length === 1 ? String(Number({ d, M, y }[part])) : (part.startsWith("d") ? d : M)));
}

/** Whether a day is over. @param {Date} day @param {Date} now */
export function isPast(day, now) {
  return now >= new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
}

/**
 * The last day for a review.
 *
 * @param {string} reviewed YYYY-MM-DD
 * @param {string} period for example `6 months`
 * @returns {Date}
 */
export function due(reviewed, period) {
  const [year, month, day] = reviewed.split("-").map(Number);
  const [count, unit] = period.split(" ");
  const amount = Number(count);
  if (/^(day|week)/.test(unit)) return new Date(year, month - 1, day + amount * (unit.startsWith("week") ? 7 : 1));
  const months = month - 1 + amount * (unit.startsWith("year") ? 12 : 1);
  const last = new Date(year, months + 1, 0).getDate();
  return new Date(year, months, Math.min(day, last));
}

/** A day of the reader's calendar as YYYY-MM-DD. @param {Date} day */
export function isoDay(day) {
  const figures = (/** @type {number} */ number, /** @type {number} */ length) => String(number).padStart(length, "0");
  return `${figures(day.getFullYear(), 4)}-${figures(day.getMonth() + 1, 2)}-${figures(day.getDate(), 2)}`;
}
