// Pagefind's index over pages: node pagefind.mjs FOLDER writes FOLDER/pagefind/
import { close, createIndex } from "pagefind";

const [folder] = process.argv.slice(2);
const { index } = await createIndex({});
await index.addDirectory({ path: folder });
await index.writeFiles({ outputPath: `${folder}/pagefind` });
await close();
