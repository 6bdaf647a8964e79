// @ts-check
/** Everything that a page does once it is drawn. */
import { calculators } from "./calculator.js";
import { checklist } from "./checklist.js";
import { columns } from "./columns.js";
import { filters } from "./filter.js";
import { glosses } from "./gloss.js";
import { languages } from "./languages.js";
import { menu } from "./menu.js";
import { missing } from "./missing.js";
import { offline } from "./offline.js";
import { overdue } from "./overdue.js";
import { parallel } from "./parallel.js";
import { phrases } from "./phrases.js";
import { placeKeeper } from "./place.js";
import { popups } from "./popup.js";
import { prints } from "./print.js";
import { search } from "./search.js";
import { shelf } from "./shelf.js";
import { since } from "./since.js";
import { tables } from "./tables.js";
import { themeButton } from "./theme.js";

const returnToPlace = placeKeeper();
const parts = [prints, missing, menu, search, popups, themeButton, languages, phrases, glosses, filters, columns, calculators, checklist, overdue, since, shelf, tables, offline];
for (const part of parts) {
  try {
    part();
  } catch (error) {
    reportError(error);
  }
}
parallel().then(returnToPlace);
addEventListener("load", returnToPlace, { once: true });
