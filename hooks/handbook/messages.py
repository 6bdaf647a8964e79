"""A problem in, its words out: what is wrong; what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handbook.model.problem import Problem

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Message:
    """English patterns; catalogues hold them in the other languages."""

    wrong: str
    cure: str


MESSAGES: Mapping[str, Message] = {
    # files and characters
    "too-large": Message("the file has {bytes} bytes; at most {limit} are read", "split it, or remove what does not belong there"),
    "utf-16": Message("the file is saved as UTF-16", "save it as UTF-8 without a byte order mark"),
    "byte-order-mark": Message("the file starts with a byte order mark", "save it as UTF-8 without a byte order mark"),
    "not-utf-8": Message("this line is not UTF-8", "save the file as UTF-8"),
    "tab": Message("there is a tab character", "use spaces"),
    "line-too-long": Message("the line is longer than {limit} characters", "split the text into paragraphs"),
    "bidi-control": Message("there is an invisible character that reverses the text: {character}", "delete it"),
    "control-character": Message("there is an invisible control character: {character}", "delete it"),
    "not-nfc": Message("letters are stored as a base letter and a separate accent", "run: handbook fix (or retype the accented letters)"),
    "mixed-scripts": Message("“{word}” mixes Latin and Cyrillic letters that look alike", "type the whole word with one keyboard layout"),
    "symlink": Message("this is a symbolic link", "replace it by the file itself"),
    "not-a-file": Message("this is not an ordinary file", "remove it"),
    "unreadable": Message("the file can’t be read ({detail})", "check its permissions"),
    "case-collision": Message("the name differs from {other} only in upper and lower case", "rename one of them"),
    "bad-file-name": Message("the file name “{name}” can’t become an address", "use lower-case letters a–z, digits and hyphens"),
    "unknown-file": Message("no page, concept or source can stand here", "move the file, or delete it"),
    "missing-file": Message("the file {name} is missing", "create it (CONTRIBUTING.md shows how)"),
    "unknown-language": Message("the folder “{lang}” is not a language of handbook.yml", "add a row to languages, or rename the folder"),
    "generated-path": Message("the build makes a page at this place itself", "rename or delete this file"),
    # YAML
    "bad-yaml": Message("this is not valid YAML ({detail})", "compare it with the example in CONTRIBUTING.md; text with a colon needs quotation marks"),
    "second-document": Message("a second YAML document begins here", "delete the --- line"),
    "too-deep": Message("the YAML is nested too deeply or is too long", "use the form that CONTRIBUTING.md shows"),
    "yaml-alias": Message("YAML anchors and aliases (& and *) are not allowed", "write the value out, or put quotation marks around it"),
    "yaml-tag": Message("YAML tags ({tag}) are not allowed", "remove the tag, or put quotation marks around the value"),
    "bad-key": Message("a key must be a simple word", "write key: value"),
    "duplicate-key": Message("“{key}” is already given on line {first}", "delete one of the two lines"),
    "empty-file": Message("the file is empty", "fill it as CONTRIBUTING.md shows, or delete it"),
    "missing-key": Message("“{key}” is missing", "add a line “{key}: …”"),
    "unknown-key": Message("“{key}” is not known here", "did you mean “{known}”?"),
    "wrong-type": Message("this value has the wrong form", "write it as {expected}"),
    "empty-value": Message("the value is empty", "fill it in, or delete the line if it is optional"),
    "bad-value": Message("“{value}” can’t be used here", "write {expected}"),
    # front matter
    "no-front-matter": Message("the page does not start with front matter", "begin the file with --- , the keys, and --- again"),
    "open-front-matter": Message("the front matter is not closed", "end it with a line ---"),
    "unknown-situation": Message("the situation “{key}” is not in handbook.yml", "use one of: {known}"),
    "unknown-owner": Message("the owner “{key}” is not in handbook.yml", "use one of: {known}"),
    "future-review": Message("the review date {date} is not a real past date", "write the day on which the page was last checked"),
    "no-original": Message("{slug} has no original: every version says translated_from", "remove translated_from from the version that was written first"),
    "two-originals": Message("{slug} already has an original in {other}", "add “translated_from: {other}” if this is a translation"),
    "translated-from-itself": Message("the page says it is translated from its own language", "name the original’s language, or remove the line"),
    "wrong-original": Message("the original of {slug} is in {original}", "write “translated_from: {original}”"),
    "differs-from-original": Message("“{key}” differs from the original ({original})", "use the same value in all languages"),
    "missing-language": Message("the words in {lang} are missing for {what}", "add a line “{lang}: …”"),
    "no-fallback": Message("this page is missing in {lang}", "translate it; pages other than playbooks are needed in every language"),
    # grammar
    "indented": Message("the line starts with spaces", "start it at the left margin (only the text of a note or warning box is indented)"),
    "not-in-grammar": Message("“{text}” is not part of the handbook’s Markdown", "use headings, paragraphs, lists, steps, phrases, tables and boxes as CONTRIBUTING.md shows"),
    "heading-level": Message("only ## and ### headings are used", "change the number of #; the title in the front matter is the only first-level heading"),
    "missing-blank-line": Message("a blank line is missing above", "put an empty line between blocks of different kinds"),
    "wrapped-line": Message("a step, phrase or list item goes on on a second line", "keep each on one line"),
    "nested-list": Message("a list stands inside a list", "write one flat list, or two lists under two headings"),
    "ticked-step": Message("the step is not written as “- [ ] ”", "write “- [ ] Do this.”"),
    "phrase-parts": Message("id and citations of a phrase stand on its last line", "move them to the end of the last line"),
    "bad-table": Message("this is not a complete table", "write a header row, a row of |---|, and rows with as many cells"),
    "unknown-box": Message("there is no box “{kind}”", "use one of: {known}"),
    "empty-block": Message("there is no text here", "write the text, or delete the line"),
    "raw-html": Message("HTML is not allowed (“{text}”)", "use Markdown; write \\< for a less-than sign"),
    "image": Message("pictures can’t be put into pages", "describe it in words, or ask for a drawn figure"),
    "bad-placeholder": Message("“{text}” is not a placeholder", "write {{{{ policy.key }}}}"),
    "bad-link": Message("the link target “{target}” can’t be used", "link to another page (other-page.md#id) or to an https:// address"),
    "stray-bracket": Message("there is a bracket that belongs to nothing (“{text}”)", "write \\[ for a plain bracket"),
    "bad-id": Message("“{id}” is not an id", "write {{ #lower-case-words }} with letters a–z, digits and hyphens"),
    "missing-id": Message("“{what}” has no id", "add {{ #short-name }}, the same in every language"),
    "duplicate-id": Message("the id “{id}” is used twice (first on line {first})", "choose another id"),
    "citation-on-heading": Message("a heading carries no citation", "move it to a paragraph or step"),
    "misplaced-citation": Message("a citation stands in the middle", "put all citations at the very end, in one pair of brackets: [@a; @b]"),
    "bad-citation": Message("“{text}” is not a citation", "write [@source-001; @source-002]"),
    "repeated-citation": Message("the same point is cited twice here", "delete one"),
    "missing-citation": Message("this {kind} cites no source", "add the point it rests on: [@source-001]"),
    "step-without-checklist": Message("the page has steps, but “checklist: none”", "write “checklist: read-do” or “do-confirm”, or make it a plain list"),
    "checklist-without-steps": Message("the page is a checklist without steps", "write steps as “- [ ] Do this. {{ #id }}”, or “checklist: none”"),
    "step-outside-group": Message("the step stands under no heading", "put a heading above the first step"),
    "group-too-long": Message("the group “{group}” has {count} steps; people lose track after {limit}", "split it with a heading"),
    "step-too-long": Message("the step has {count} words; at most {limit} can be taken in at a glance", "shorten it, or make two steps"),
    # references
    "unknown-point": Message("no source has a point “{id}”", "did you mean “{close}”? The points stand in sources/"),
    "waived-point": Message("“{id}” is waived in the register, yet cited here", "remove the citation, or the waiver"),
    "uncovered-point": Message("“{id}” is neither cited nor waived", "cite it where it belongs, or add “waived: why” in the register"),
    "unknown-concept": Message("there is no concept “{id}” in glossary/", "did you mean “{close}”?"),
    "unknown-playbook": Message("there is no page “{target}”", "did you mean “{close}”?"),
    "unknown-anchor": Message("“{page}” has no id “{id}”", "did you mean “{close}”?"),
    "unknown-policy": Message("there is no “{key}” under policy in handbook.yml", "did you mean “{close}”?"),
    "unknown-figure": Message("there is no figure “{key}”", "use one of: {known}"),
    "unknown-source": Message("there is no source “{id}”", "did you mean “{close}”?"),
    "foreign-point": Message("the id “{id}” does not start with the source’s name", "write {source}-001 and so on"),
    # glossary
    "missing-definition": Message("the concept has no words in {lang}", "add {lang}: with preferred and definition"),
    "duplicate-term": Message("“{term}” ({lang}) is already a term of the concept {other}", "keep it in one of the two"),
    "deprecated-term-in-use": Message("“{term}” ({lang}) is deprecated here and a term of the concept {other}", "decide on one of the two"),
    "self-related": Message("the concept names itself as related", "delete the entry"),
    # parity of translation and original
    "blocks-differ": Message("the original ({original}, line {line}) has a {expected} here, this translation a {found}", "give both the same blocks in the same order"),
    "block-missing": Message("a {expected} of the original ({original}, line {line}) is missing", "translate it here"),
    "block-added": Message("this {found} is not in the original ({original})", "delete it, or add it to the original"),
    "id-differs": Message("the original has the id “{expected}”, this block “{found}”", "use the same id in all languages"),
    "citations-differ": Message("the original cites {expected} here, this block {found}", "use the same citations in all languages"),
    "references-differ": Message("the original points to {expected} here, this block to {found}", "use the same links and placeholders in all languages"),
    # theme
    "missing-icon": Message("there is no icon “{icon}”", "use one of: {known}"),
}


def words(problem: Problem, translate: Translate = str) -> tuple[str, str]:
    """What is wrong and what to do, in the language of `translate`."""
    message = MESSAGES[problem.code]
    return translate(message.wrong).format_map(_Values(problem.values)), translate(message.cure).format_map(_Values(problem.values))


def line(problem: Problem, translate: Translate = str) -> str:
    """`path:line: what is wrong; what to do  (code)`."""
    wrong, cure = words(problem, translate)
    return f"{problem.place}: {wrong}; {cure}  ({problem.code})"


class _Values(dict[str, str]):
    """Values of placeholders; a missing one shows its name instead of failing."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
