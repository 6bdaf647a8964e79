// @ts-check
/** Steps that can be ticked: on checklist pages and, the same steps, on playbooks. */
import { copied } from "./clipboard.js";
import { onChange } from "./memory.js";
import { filled, made, pageFacts } from "./page.js";
import { closePopup } from "./popup.js";
import { asText } from "./runtext.js";
import { counted, emptyRun, hasChanged, isOld, isTicked, keepRun, keyOf, runOf, sweep, ticked } from "./ticks.js";
import { moment } from "./times.js";
import { wakeButton } from "./wake.js";

/** @typedef {import("./ticks.js").Step & {item: HTMLElement, box: HTMLInputElement}} Line a step where it stands on the page */

/** @returns {Line[]} */
function lines() {
  return [...document.querySelectorAll(".hb-step")].flatMap((item) => {
    const box = item.querySelector(".hb-tick");
    if (!(item instanceof HTMLElement) || !(box instanceof HTMLInputElement) || !item.id) return [];
    return [{ id: item.id, version: item.dataset.version || "", item, box }];
  });
}

export function checklist() {
  const { slug, aliases, shift, locale, kind } = pageFacts();
  sweep(shift, Date.now());
  const bar = document.getElementById("hb-run");
  const steps = lines();
  if (!bar || !steps.length) return;
  const words = bar.dataset;
  const time = (/** @type {number} */ at) => moment(at, locale, words.date || "");
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (bar.querySelector(`[data-run="${name}"]`));
  let run = counted(runOf(slug, aliases) || emptyRun(steps.length), steps);
  let asking = isOld(run, shift, Date.now());
  /** What `undo` brings back. @type {import("./ticks.js").Run | null} */
  let before = null;

  const save = () => keepRun(slug, run);
  const say = (/** @type {string | undefined} */ text) => (part("note").textContent = text || "");
  const open = () => steps.find(({ box }) => !box.checked);

  const draw = () => {
    const shown = asking ? emptyRun(steps.length) : run;
    for (const line of steps) {
      line.box.checked = isTicked(shown, line);
      explain(line, hasChanged(shown, line), words.changed || "");
    }
    const done = steps.filter(({ box }) => box.checked).length;
    bar.hidden = kind === "playbook" && !run.started && !before;
    bar.classList.toggle("hb-run-finished", done === steps.length);
    write(part("count"), done === steps.length ? words.all : filled(words.done || "", { done, total: steps.length }));
    const times = [run.started && filled(words.started || "", { time: time(run.started) }), run.finished && filled(words.finished || "", { time: time(run.finished) })];
    write(part("times"), asking ? "" : times.filter(Boolean).join(", "));
    const progress = /** @type {HTMLProgressElement} */ (part("bar"));
    progress.max = steps.length;
    progress.value = done;
    part("undo").hidden = !before;
    part("next").hidden = Boolean(before) || done === steps.length;
    part("again").toggleAttribute("disabled", !done);
    part("ask").hidden = !asking;
    if (asking) write(part("old"), filled(words.old || "", { time: time(run.touched) }));
  };

  const clear = () => {
    before = run;
    run = emptyRun(steps.length);
    asking = false;
    save();
    say(words.cleared);
    draw();
    part("undo").focus();
  };

  for (const line of steps) {
    line.box.addEventListener("change", () => {
      if (asking) {
        before = run;
        run = emptyRun(steps.length);
        asking = false;
        say(words.cleared);
      } else {
        before = null;
        say("");
      }
      run = ticked(run, line, line.box.checked, steps, Date.now());
      save();
      draw();
    });
  }
  part("continue").addEventListener("click", () => {
    run = { ...run, touched: Date.now() };
    asking = false;
    save();
    draw();
    (open()?.box || steps[0].box).focus();
  });
  part("afresh").addEventListener("click", clear);
  part("again").addEventListener("click", () => {
    closePopup(part("again"));
    clear();
  });
  part("undo").addEventListener("click", () => {
    if (before) run = before;
    before = null;
    save();
    say("");
    draw();
    (open()?.box || steps[0].box).focus();
  });
  part("next").addEventListener("click", () => {
    const next = open();
    next?.box.focus({ preventScroll: true });
    next?.item.scrollIntoView({ block: "center" });
  });
  part("copy").addEventListener("click", async () => {
    const worked = await copied(asText(steps, run, part("times").textContent || ""));
    closePopup(part("copy"));
    if (worked) say(words.copied);
  });
  part("share").hidden = !navigator.share;
  part("share").addEventListener("click", () => {
    closePopup(part("share"));
    return navigator.share({ title: document.title, text: asText(steps, run, part("times").textContent || "") }).catch(() => undefined);
  });
  part("print").addEventListener("click", () => {
    closePopup(part("print"));
    print();
  });
  wakeButton(part("wake"));
  onChange(keyOf(slug), () => {
    run = runOf(slug, aliases) || emptyRun(steps.length);
    before = null;
    asking = isOld(run, shift, Date.now());
    draw();
  });
  save();
  addEventListener("pageshow", draw);
  draw();
  const changes = asking ? 0 : steps.filter((line) => hasChanged(run, line)).length;
  if (changes) say(filled(words.changes || "", { count: changes }));
}

/** A live region speaks only when its words differ. @param {HTMLElement} place @param {string | undefined} text */
function write(place, text = "") {
  if (place.textContent !== text) place.textContent = text;
}

/** Why a step lost its tick, said beside it and by its box. @param {Line} line @param {boolean} wanted @param {string} reason */
function explain(line, wanted, reason) {
  const id = `changed_${line.id}`;
  const old = document.getElementById(id);
  if (wanted === Boolean(old)) return;
  line.item.classList.toggle("hb-step-changed", wanted);
  if (!wanted) {
    old?.remove();
    line.box.removeAttribute("aria-describedby");
    return;
  }
  const note = made("p", "hb-changed", reason);
  note.id = id;
  note.lang = document.documentElement.lang;
  line.item.append(note);
  line.box.setAttribute("aria-describedby", id);
}
