// @ts-check
/**
 * The ticks of checklists as this device keeps them: one run for each checklist, shared by all languages.
 *
 * @typedef {{version: string, at: number}} Tick when a step was ticked, and which wording of it
 * @typedef {{started: number, touched: number, finished: number, total: number, done: number, steps: Record<string, Tick>}} Run
 *   times in milliseconds; finished is 0 until every step is ticked; done: ticks that hold, of total steps, as the page was last seen
 * @typedef {{id: string, version: string}} Step
 */
import { keep, kept, keysOf } from "./memory.js";

const KEY = "ticks.";
const HOUR = 3_600_000;
/** Old ticks are asked about for so many shifts, then forgotten. */
const SHIFTS_KEPT = 6;

/** @param {string} slug */
export function keyOf(slug) {
  return KEY + slug;
}

/** @param {number} total @returns {Run} */
export function emptyRun(total) {
  return { started: 0, touched: 0, finished: 0, total, done: 0, steps: {} };
}

/**
 * The run of a checklist; what was kept under former names moves to the new ones.
 *
 * @param {string} slug
 * @param {string[]} aliases former slugs, and `former-id=present-id`
 * @returns {Run | null}
 */
export function runOf(slug, aliases = []) {
  const renamed = aliases.map((alias) => alias.split("="));
  for (const [former, present] of renamed) {
    const run = present ? null : kept(keyOf(former));
    if (run && !kept(keyOf(slug))) keep(keyOf(slug), run);
    if (run) keep(keyOf(former), null);
  }
  const run = kept(keyOf(slug));
  if (!isRun(run)) return null;
  run.done ??= Object.keys(run.steps).length; // runs kept before had none
  for (const [former, present] of renamed) {
    if (present && former in run.steps) run.steps[present] ??= run.steps[former];
    delete run.steps[present ? former : ""];
  }
  return run;
}

/** Something else may have been kept in its place. @param {any} found @returns {found is Run} */
function isRun(found) {
  const times = [found?.started, found?.touched, found?.finished];
  const isDated = times.every((time) => Number.isFinite(time) && !Number.isNaN(new Date(time).getTime()));
  return isDated && Number.isFinite(found.total) && typeof found.steps === "object" && found.steps !== null;
}

/** @param {string} slug @param {Run} run a run without ticks is forgotten */
export function keepRun(slug, run) {
  keep(keyOf(slug), Object.keys(run.steps).length ? run : null);
}

/** @param {Run} run @param {Step} step */
export function isTicked(run, step) {
  return run.steps[step.id]?.version === step.version;
}

/** Ticked once, but with other words. @param {Run} run @param {Step} step */
export function hasChanged(run, step) {
  return step.id in run.steps && !isTicked(run, step);
}

/** The run as the page's steps are now: some may have changed since they were ticked. @param {Run} run @param {Step[]} all @returns {Run} */
export function counted(run, all) {
  const done = all.filter((step) => isTicked(run, step)).length;
  return { ...run, total: all.length, done, finished: done === all.length ? run.finished : 0 };
}

/**
 * The run after a step was ticked or unticked.
 *
 * @param {Run} run
 * @param {Step} step
 * @param {boolean} done
 * @param {Step[]} all
 * @param {number} now
 * @returns {Run}
 */
export function ticked(run, step, done, all, now) {
  const steps = { ...run.steps };
  if (done) steps[step.id] = { version: step.version, at: now };
  else delete steps[step.id];
  return counted({ ...run, started: run.started || now, touched: now, finished: now, steps }, all);
}

/** Whether ticks are older than a shift. @param {Run} run @param {number} shift hours; 0 never asks @param {number} now */
export function isOld(run, shift, now) {
  return shift > 0 && Object.keys(run.steps).length > 0 && now - run.touched > shift * HOUR;
}

/** Forgets ticks that nobody has come back to for several shifts. @param {number} shift @param {number} now */
export function sweep(shift, now) {
  for (const key of shift > 0 ? keysOf(KEY) : []) {
    const run = kept(key);
    if (!isRun(run) || now - run.touched > shift * HOUR * SHIFTS_KEPT) keep(key, null);
  }
}
