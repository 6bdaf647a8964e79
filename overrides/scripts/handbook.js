// @ts-check
/** Everything that a page does once it is drawn. */
import { calculators } from "./calculator.js";
import { columns } from "./columns.js";
import { filters } from "./filter.js";
import { languages } from "./languages.js";
import { menu } from "./menu.js";
import { missing } from "./missing.js";
import { phrases } from "./phrases.js";
import { themeButton } from "./theme.js";

missing();
menu();
themeButton();
languages();
phrases();
filters();
columns();
calculators();
