// MiniSearch with the settings its own guide recommends: node minisearch.mjs < {sections, texts} > groups
import fs from "node:fs";
import MiniSearch from "minisearch";

const { sections, texts } = JSON.parse(fs.readFileSync(0, "utf-8"));
const index = new MiniSearch({ idField: "url", fields: ["title", "text"], searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true } });
index.addAll(sections);
process.stdout.write(JSON.stringify(texts.map((text) => index.search(text).slice(0, 10).map((hit) => [hit.id]))));
