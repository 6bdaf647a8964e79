// Material's own search worker, as it comes with the theme: node material.cjs ASSETS LANG < {sections, texts} > groups
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [assets, lang] = process.argv.slice(2);
const { sections, texts } = JSON.parse(fs.readFileSync(0, "utf-8"));
const known = fs.existsSync(path.join(assets, `lunr/min/lunr.${lang}.min.js`));

let heard;
let answer;
const scope = { console: { warn() {}, log() {} }, setTimeout, Map, Promise, JSON };
scope.self = scope;
scope.addEventListener = (_, listener) => (heard = listener);
scope.postMessage = (message) => answer(message);
scope.importScripts = (...names) => names.forEach((name) => run(path.join(assets, "workers", name)));
vm.createContext(scope);

function run(file) {
  vm.runInContext(fs.readFileSync(file, "utf-8"), scope);
}

function ask(data) {
  return new Promise((resolve) => {
    answer = resolve;
    heard({ data });
  });
}

async function main() {
  const worker = fs.readdirSync(path.join(assets, "workers")).find((name) => /^search\..*\.js$/.test(name));
  run(path.join(assets, "workers", worker));
  const config = {
    lang: [known ? lang : "en"],
    separator: "[\\s\\-]+",
    pipeline: ["stemmer", "stopWordFilter", "trimmer"],
    fields: { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } },
  };
  const docs = sections.map(({ url, title, text }) => ({ location: url, title, text }));
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  const found = [];
  for (const text of texts) {
    const { data } = await ask({ type: 2, data: text.replace(/"|(?:^|\s+)[*+\-:^~]+(?=\s+|$)/g, "").trim() });
    found.push(Array.from(data.items, (group) => Array.from(group).sort((a, b) => b.score - a.score).map((item) => item.location).filter(Boolean).slice(0, 3)));
  }
  process.stdout.write(JSON.stringify(found));
}

main();
