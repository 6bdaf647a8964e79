"""What each problem is called, and its cure: English patterns, which the catalogues hold in the other languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from handbook.locale import N_
from handbook.model.playbook import BlockKind


class Message(NamedTuple):
    """English patterns; catalogues hold them in the other languages."""

    wrong: str
    cure: str
    otherwise: str = ""
    """The cure where the word that the editor probably meant (`close`) is not known."""


FAR = N_("correct it, or take it out: nothing has a name like it")


MESSAGES: Mapping[str, Message] = {
    # files and characters
    "too-large": Message(
        N_("the file has {bytes} bytes; at most {limit} are read"), N_("split it, or remove what does not belong there")
    ),
    "utf-16": Message(N_("the file is saved as UTF-16"), N_("save it as UTF-8 without a byte order mark")),
    "byte-order-mark": Message(
        N_("the file starts with a byte order mark"), N_("run: handbook fix (or save it as UTF-8 without a byte order mark)")
    ),
    "not-utf-8": Message(N_("this line is not UTF-8"), N_("save the file as UTF-8")),
    "tab": Message(N_("there is a tab character"), N_("use spaces")),
    "line-too-long": Message(N_("the line is longer than {limit} characters"), N_("split the text into paragraphs")),
    "bidi-control": Message(N_("there is an invisible character that reverses the text: {character}"), N_("delete it")),
    "control-character": Message(N_("there is an invisible control character: {character}"), N_("delete it")),
    "not-nfc": Message(
        N_("letters are stored as a base letter and a separate accent"), N_("run: handbook fix (or retype the accented letters)")
    ),
    "mixed-scripts": Message(
        N_("“{word}” mixes Latin and Cyrillic letters that look alike"), N_("type the whole word with one keyboard layout")
    ),
    "symlink": Message(N_("this is a symbolic link"), N_("replace it by the file itself")),
    "not-a-file": Message(N_("this is not an ordinary file"), N_("remove it")),
    "unreadable": Message(N_("the file can’t be read ({detail})"), N_("check its permissions")),
    "case-collision": Message(N_("the name differs from {other} only in upper and lower case"), N_("rename one of them")),
    "bad-file-name": Message(
        N_("the file name “{name}” can’t become an address"), N_("use lower-case letters a–z, digits and hyphens")
    ),
    "device-name": Message(N_("Windows can’t have a file or folder called “{name}”"), N_("rename it")),
    "unknown-file": Message(N_("no page, concept or source can stand here"), N_("move the file, or delete it")),
    "missing-file": Message(
        N_("the file {name} is missing"), N_("create it (CONTRIBUTING.md shows how), or run the command in the handbook’s folder")
    ),
    "unknown-language": Message(
        N_("the folder “{lang}” is not a language of handbook.yml"), N_("add a row to languages, or rename the folder")
    ),
    "foreign-language": Message(
        N_("{what} has words in “{lang}”, which is not a language of handbook.yml"), N_("delete them, or add a row to languages")
    ),
    "generated-path": Message(N_("the build makes a page at this place itself"), N_("rename or delete this file")),
    "merge-conflict": Message(
        N_("a merge left two versions here (“{text}”)"),
        N_("keep what is right, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"),
    ),
    # YAML
    "bad-yaml": Message(
        N_("this is not valid YAML ({detail})"),
        N_(
            "compare it and the line above with the example in CONTRIBUTING.md: "
            "equal indentation, a space after the colon of a key, "
            'straight quotation marks (") around text that has a colon or begins with a sign'
        ),
    ),
    "cut-value": Message(
        N_("“{text}” is taken for a comment and shown to nobody"),
        N_('put straight quotation marks (") around the whole value, or write a comment with a space behind its #'),
    ),
    "second-document": Message(N_("a second YAML document begins here"), N_("delete the --- line")),
    "too-deep": Message(N_("the YAML is nested too deeply or is too long"), N_("use the form that CONTRIBUTING.md shows")),
    "yaml-alias": Message(
        N_("YAML anchors and aliases (& and *) are not allowed"), N_("write the value out, or put quotation marks around it")
    ),
    "yaml-tag": Message(N_("YAML tags ({tag}) are not allowed"), N_("remove the tag, or put quotation marks around the value")),
    "bad-key": Message(N_("a key must be a simple word"), N_("write key: value")),
    "duplicate-key": Message(N_("“{key}” is already given on line {first}"), N_("delete one of the two lines")),
    "empty-file": Message(N_("the file is empty"), N_("fill it as CONTRIBUTING.md shows, or delete it")),
    "missing-key": Message(N_("“{key}” is missing"), N_("add a line “{key}: …”")),
    "unknown-key": Message(N_("“{key}” is not known here"), N_("did you mean “{close}”?"), N_("use one of: {known}")),
    "wrong-type": Message(N_("this value has the wrong form"), N_("write it as {expected}")),
    "empty-value": Message(N_("the value is empty"), N_("fill it in, or delete the line if it is optional")),
    "bad-value": Message(N_("“{value}” can’t be used here"), N_("write {expected}")),
    # front matter
    "no-front-matter": Message(
        N_("the page does not start with front matter"), N_("begin the file with --- , the keys, and --- again")
    ),
    "open-front-matter": Message(N_("the front matter is not closed"), N_("end it with a line ---")),
    "unknown-situation": Message(N_("the situation “{key}” is not in handbook.yml"), N_("use one of: {known}")),
    "unknown-owner": Message(N_("the owner “{key}” is not in handbook.yml"), N_("use one of: {known}")),
    "no-original": Message(
        N_("{slug} has no original: every version says translated_from"),
        N_("name this file like the original’s, or remove translated_from from the version that was written first"),
    ),
    "two-originals": Message(
        N_("{slug} already has an original in {other}"), N_("add “translated_from: {other}” if this is a translation")
    ),
    "translated-from-itself": Message(
        N_("the page says it is translated from its own language"), N_("name the original’s language, or remove the line")
    ),
    "wrong-original": Message(N_("the original of {slug} is in {original}"), N_("write “translated_from: {original}”")),
    "differs-from-original": Message(
        N_("“{key}” differs from the original ({original})"), N_("use the same value in all languages")
    ),
    "missing-language": Message(N_("the words in {lang} are missing for {what}"), N_("add a line “{lang}: …”")),
    "no-fallback": Message(
        N_("this page is missing in {lang}"), N_("translate it; pages other than playbooks are needed in every language")
    ),
    # grammar
    "indented": Message(
        N_("the line starts with spaces"), N_("start it at the left margin, or with four spaces if it belongs in a box")
    ),
    "not-in-grammar": Message(
        N_("“{text}” is not part of the handbook’s Markdown"),
        N_("use headings, paragraphs, lists, steps, phrases, tables and boxes as CONTRIBUTING.md shows"),
    ),
    "heading-level": Message(
        N_("only ## and ### headings are used"),
        N_("change the number of #; the title in the front matter is the only first-level heading"),
    ),
    "missing-blank-line": Message(N_("a blank line is missing above"), N_("put an empty line between blocks of different kinds")),
    "missing-space": Message(N_("a space is missing after “{sign}”"), N_("write “{text}”")),
    "list-sign": Message(N_("a list item does not begin with “{sign}” here"), N_("write “{text}”")),
    "wrapped-line": Message(N_("a step, phrase or list item goes on on a second line"), N_("keep each on one line")),
    "nested-list": Message(N_("a list stands inside a list"), N_("write one flat list, or two lists under two headings")),
    "list-number": Message(
        N_("the list begins with {number}, but readers see 1"), N_("begin it with 1., or write {number}\\. if no list is meant")
    ),
    "ticked-step": Message(N_("the step is not written as “- [ ] ”"), N_("write “- [ ] Do this.”")),
    "phrase-parts": Message(
        N_("id and citations of a phrase stand on its last line"), N_("move them to the end of the last line")
    ),
    "bad-table": Message(
        N_("this is not a complete table"), N_("write a header row, a row of |---|, and rows with as many cells")
    ),
    "unknown-box": Message(N_("there is no box “{kind}”"), N_("use one of: {known}")),
    "bad-box": Message(
        N_("“{text}” does not begin a box"), N_('write !!! note "Title" or !!! warning "Title", with straight quotation marks')
    ),
    "empty-box": Message(N_("nothing stands in this box"), N_("begin each line of its text with four spaces")),
    "out-of-place": Message(
        N_("“{text}” can’t stand here"),
        N_(
            "put only paragraphs and list items into a box, an id and citations at the end of a paragraph, "
            "list item, step or phrase, and a paragraph between two tables"
        ),
    ),
    "empty-block": Message(N_("there is no text here"), N_("write the text, or delete the line")),
    "raw-html": Message(N_("HTML is not allowed (“{text}”)"), N_("use Markdown; write \\< for a less-than sign")),
    "image": Message(N_("pictures can’t be put into pages"), N_("describe it in words, or ask for a drawn figure")),
    "bad-placeholder": Message(N_("“{text}” is not a placeholder"), N_("write {{{{ policy.key }}}}")),
    "unprintable": Message(
        N_("“{character}” ({code}) is in none of the fonts that print"),
        N_("use letters, digits and ordinary signs, or set “script” of the language in handbook.yml"),
    ),
    "too-many-blocks": Message(N_("the page has more than {limit} paragraphs and steps"), N_("split it into several pages")),
    "bad-link": Message(
        N_("the link target “{target}” can’t be used"), N_("link to another page (other-page.md#id) or to an https:// address")
    ),
    "stray-bracket": Message(
        N_("there is a bracket that belongs to nothing (“{text}”)"),
        N_("write \\[ for a plain bracket, [words](page.md) without a space between for a link"),
    ),
    "bad-id": Message(N_("“{id}” is not an id"), N_("write {{ #lower-case-words }} with letters a–z, digits and hyphens")),
    "missing-id": Message(N_("“{what}” has no id"), N_("add {{ #short-name }}, the same in every language")),
    "duplicate-id": Message(N_("the id “{id}” is used twice (first on line {first})"), N_("choose another id")),
    "citation-on-heading": Message(N_("a heading carries no citation"), N_("move it to a paragraph or step")),
    "misplaced-citation": Message(
        N_("a citation stands in the middle"), N_("put all citations at the very end, in one pair of brackets: [@a; @b]")
    ),
    "bad-citation": Message(N_("“{text}” is not a citation"), N_("write [@source-001; @source-002]")),
    "repeated-citation": Message(N_("the same point is cited twice here"), N_("delete one")),
    "missing-citation": Message(N_("this {kind} cites no source"), N_("add the point it rests on: [@source-001]")),
    "step-without-checklist": Message(
        N_("the page has steps, but “checklist: none”"), N_("write “checklist: read-do” or “do-confirm”, or make it a plain list")
    ),
    "checklist-without-steps": Message(
        N_("the page is a checklist without steps"), N_("write steps as “- [ ] Do this. {{ #id }}”, or “checklist: none”")
    ),
    "step-outside-group": Message(N_("the step stands under no heading"), N_("put a heading above the first step")),
    "group-too-long": Message(
        N_("the group “{group}” has {count} steps; people lose track after {limit}"), N_("split it with a heading")
    ),
    "step-too-long": Message(
        N_("the step has {count} words; at most {limit} can be taken in at a glance"), N_("shorten it, or make two steps")
    ),
    "step-chain": Message(N_("the step ties two actions together with “{words}”"), N_("make two steps, or choose one")),
    "step-form": Message(
        N_("the step does not have the form of a {kind} checklist in this language ({form})"), N_("write it like the other steps")
    ),
    # references
    "unknown-point": Message(N_("no source has a point “{id}”"), N_("did you mean “{close}”? The points stand in sources/"), FAR),
    "waived-point": Message(N_("“{id}” is waived in the register, yet cited here"), N_("remove the citation, or the waiver")),
    "uncovered-point": Message(
        N_("“{id}” is neither cited nor waived"), N_("cite it where it belongs, or add “waived: why” in the register")
    ),
    "unknown-concept": Message(N_("there is no concept “{id}” in glossary/"), N_("did you mean “{close}”?"), FAR),
    "alias-taken": Message(N_("“{alias}” is the address of “{other}”"), N_("take it out of aliases")),
    "unknown-playbook": Message(N_("there is no page “{target}”"), N_("did you mean “{close}”?"), FAR),
    "unknown-anchor": Message(N_("“{page}” has no id “{id}”"), N_("did you mean “{close}”?"), FAR),
    "unknown-policy": Message(N_("there is no “{key}” under policy in handbook.yml"), N_("did you mean “{close}”?"), FAR),
    "unwritten": Message(N_("“…” stands where a text is to be written"), N_("write the text, or delete the line")),
    "unknown-figure": Message(N_("there is no figure “{key}”"), N_("use one of: {known}")),
    "unknown-source": Message(N_("there is no source “{id}”"), N_("did you mean “{close}”?"), FAR),
    "foreign-point": Message(N_("the id “{id}” does not start with the source’s name"), N_("write {source}-001 and so on")),
    # glossary
    "missing-definition": Message(N_("the concept has no words in {lang}"), N_("add {lang}: with preferred and definition")),
    "duplicate-term": Message(N_("“{term}” ({lang}) is already a term of the concept {other}"), N_("keep it in one of the two")),
    "deprecated-term": Message(
        N_("“{term}” is a word that the glossary wants avoided"),
        N_("write “{instead}”, or the form that fits ({concept}: {preferred})"),
    ),
    "term-differs": Message(
        N_("“{term}” in the original ({original}, line {line}) is not called “{preferred}” here"),
        N_("use the term, or link the words that say it: [words][{concept}]"),
    ),
    "unused-concept": Message(N_("no page names the concept “{concept}”"), N_("use one of its terms, or delete the file")),
    "deprecated-term-in-use": Message(
        N_("“{term}” ({lang}) is deprecated here and a term of the concept {other}"), N_("decide on one of the two")
    ),
    "self-related": Message(N_("the concept names itself as related"), N_("delete the entry")),
    # glossaries from elsewhere
    "missing-value": Message(N_("{what} has no “{key}”"), N_("fill it in, in the file that you import")),
    "uneven-row": Message(
        N_("the row has {found} cells, the first row {expected}"),
        N_("give every row one cell for each column, if need be an empty one"),
    ),
    "bad-csv": Message(N_("this is not a valid CSV file ({detail})"), N_("save the table again as “CSV UTF-8”")),
    "bad-xml": Message(N_("this is not valid XML ({detail})"), N_("write the file anew with your terminology tool")),
    "document-type": Message(
        N_("the file has a document type (<!DOCTYPE …>), which could fetch other files"), N_("remove it; TBX of 2019 has none")
    ),
    "not-tbx": Message(N_("the file begins with <{name}>: it is no TBX of 2019"), N_("save it as TBX-Basic, version 3")),
    # parity of translation and original
    "blocks-differ": Message(
        N_("the original ({original}, line {line}) has a {expected} here, this translation a {found}"),
        N_("give both the same blocks in the same order"),
    ),
    "block-missing": Message(N_("the {expected} of the original ({original}, line {line}) is missing"), N_("translate it here")),
    "block-added": Message(N_("this {found} is not in the original ({original})"), N_("delete it, or add it to the original")),
    "order-differs": Message(
        N_("“{block}” stands after “{above}”, in the original ({original}) before it"), N_("give both pages the same order")
    ),
    "id-differs": Message(
        N_("the original has the id “{expected}”, this block “{found}”"), N_("use the same id in all languages")
    ),
    "citations-differ": Message(
        N_("the original cites {expected} here, this block {found}"), N_("use the same citations in all languages")
    ),
    "references-differ": Message(
        N_("the original points to {expected} here, this block to {found}"),
        N_("use the same links and placeholders in all languages"),
    ),
    "concepts-differ": Message(
        N_("the original links the concepts {expected} here, this block {found}"), N_("link the same concepts in all languages")
    ),
    "numbers-differ": Message(
        N_("the original ({original}, line {line}) says {expected}, this translation {found}"),
        N_("write the same numbers in all languages"),
    ),
    "units-differ": Message(
        N_("the original ({original}, line {line}) says {expected}, this translation {found}"),
        N_("write the same units in all languages"),
    ),
    "dates-differ": Message(
        N_("the original ({original}, line {line}) says {expected}, this translation {found}"),
        N_("write the same dates and times in all languages"),
    ),
    # freshness of translations
    "not-stamped": Message(
        N_("nobody has said that “{block}” is translated from the original’s present text"),
        N_("compare the two, then run: handbook translations stamp {page} --lang {lang} --block {block}"),
    ),
    "bad-lock-line": Message(
        N_("“{text}” is not a line of a lock file"), N_("remove what a merge left behind, then run: handbook translations stamp")
    ),
    "repeated-lock-key": Message(N_("“{key}” is already locked on line {first}"), N_("delete one of the two lines")),
    "orphan-lock": Message(
        N_("this lock file belongs to no page and no source"), N_("delete it, or rename it with the page: handbook rename")
    ),
    "change-not-dated": Message(
        N_("changed since the change log was written: {count} blocks"),
        N_("run: handbook translations stamp {page} --lang {lang}"),
    ),
    "suspect-block": Message(
        N_("what the source point {id} says was changed after “{block}” was written"),
        N_("compare them, then run: handbook sources review {id} --why …"),
    ),
    # catalogues
    "bad-catalogue": Message(N_("the catalogue can’t be read ({detail})"), N_("repair it, or run: make words")),
    "untranslated": Message(N_("“{text}” is not translated"), N_("fill in msgstr")),
    # theme
    "missing-icon": Message(N_("there is no icon “{icon}”"), N_("use one of: {known}")),
}

KINDS: Mapping[BlockKind, str] = {
    "heading": N_("heading"),
    "paragraph": N_("paragraph"),
    "step": N_("step"),
    "phrase": N_("phrase"),
    "item": N_("list item"),
    "numbered": N_("numbered item"),
    "row": N_("table row"),
    "box": N_("box"),
    "figure": N_("figure"),
}

OURS: Mapping[str, tuple[str, ...]] = {
    "wrong-type": ("expected",),
    "bad-value": ("expected",),
    "missing-citation": ("kind",),
    "blocks-differ": ("expected", "found"),
    "block-missing": ("expected",),
    "block-added": ("found",),
}
"""Placeholders that stand for words of ours, not for something that an editor wrote: they are translated too."""
