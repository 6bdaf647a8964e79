// @ts-check
/**
 * The shapes that travel between the index files, the engine and the page.
 *
 * @typedef {[number, number]} Mark start and end of a matched word in a snippet's text
 * @typedef {{text: string, marks: Mark[]}} Snippet
 *
 * @typedef {object} Hit one result, best first
 * @property {string} url relative to the site's root
 * @property {string} title
 * @property {Mark[]} titleMarks
 * @property {string} kind playbook, section, step, phrase, term or claim
 * @property {string} lang the language its text is in
 * @property {number} score
 * @property {Snippet} snippet
 * @property {string[]} breadcrumb
 * @property {string} owner
 * @property {string} reviewed date of the last review, ISO 8601, or empty
 * @property {number} reviewIn months until the next one, or 0
 * @property {boolean} fallback is it shown in another language because its translation is missing?
 * @property {string} definition a term's definition, or empty
 *
 * @typedef {[text: string, kind: string, anchor: string]} Block a paragraph, step or phrase
 * @typedef {object} StoredRecord as a records shard holds it
 * @property {string} u url
 * @property {string} t title
 * @property {string[]} p breadcrumb
 * @property {string} k kind
 * @property {Block[]} b blocks
 * @property {string[]} [a] other names of the place
 * @property {string} [l] language, if not the index's
 * @property {string} [o] owner
 * @property {string} [r] reviewed
 * @property {number} [m] months between reviews
 * @property {1} [f] fallback
 * @property {string} [d] definition
 *
 * @typedef {object} Index as search/<lang>.js holds it, the one file whose address stays
 * @property {string} engine address of this script, from the site's root
 * @property {string} version name of the folder that the shards stand in
 *
 * @typedef {object} Core as the shard "core" holds it
 * @property {string} lang
 * @property {[string, string][]} fold replacements, longest first
 * @property {string} squeeze
 * @property {{own: string[], other: string[]}} keyboards
 * @property {string} keys front-coded, sorted
 * @property {string} common how many records each key is in, as the digit log2; "-": none, it is only a synonym
 * @property {string} endings one line each: a lemma's endings, then, front-coded, those of forms that stand for them
 * @property {string} tails one line each: what may stand behind an ending, then what the form ends in without it
 * @property {string} families one line each: lemma endings that exchange for each other
 * @property {string} synonyms one line each: lemmas that people use for one another, keys by their numbers
 * @property {string} forms front-coded forms with the numbers of their keys, where endings don't lead to them
 * @property {string[]} light keys that say little in a query
 * @property {boolean} compounds does the language write compounds as one word?
 * @property {number[]} postings the first key of each postings shard
 * @property {string} records how many records each records shard holds, a digit of base 36 each
 * @property {string} pages one character a record: does it begin a page (p) or belong to the page before (s)?
 * @property {string} concepts one line each: the language's terms with commas between, keys by their numbers
 *
 * @typedef {object} Titles as the shard "titles" holds it
 * @property {[title: string, url: string, kind: string][]} titles
 *
 * @typedef {object} Foreign as the shard "foreign" holds it
 * @property {string} forms front-coded forms of other languages' terms with the numbers of their concepts
 *
 * @typedef {{need: string[]}} Need names of shards to be loaded before asking again
 */
export {};
