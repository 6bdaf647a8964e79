"""Rules for pairs: a translation says what its original says.

A difference is a mistake only where the lock says that nothing was changed in the original since the translation was made;
everything else is a state of the translation, so that an original can always be improved. Without a lock file the
translation counts as made from the present text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise, zip_longest

from handbook.checks.equivalence import differences
from handbook.checks.figures import Figures, figures, units
from handbook.checks.variants import said
from handbook.freshness.pages import fresh
from handbook.freshness.passages import SHARED_KEYS, Passage, passages, targets
from handbook.freshness.states import Freshness, Pair
from handbook.lazy import Lazy, forget
from handbook.model.handbook import Handbook
from handbook.model.playbook import Block, FrontMatter
from handbook.model.problem import Problem, Severity
from handbook.model.rules import Rules
from handbook.model.settings import SETTINGS
from handbook.recall import Recall, key_of
from handbook.scan import inline


def parity(handbook: Handbook, recall: Recall) -> Iterator[Problem]:
    """What a translated page has, lacks or says otherwise than its original."""
    known, rules = figures_of(handbook, recall), _rules(handbook)
    for found in fresh(handbook, recall).values():
        paths = (found.original.path, found.translation.path, found.lock.path if found.lock else "")
        key = key_of("parity", rules, handbook.as_read(*paths))
        yield from recall.problems(key, partial(compared, found, known))
        forget(found.pairs)


def compared(found: Freshness, known: Mapping[str, Figures]) -> Iterator[Problem]:
    """What one translated page has, lacks or says otherwise. `known` holds how each language writes figures."""
    yield from _front_matter(found)
    yield from _locked(found, known) if found.lock else _unlocked(found, known)


def figures_of(handbook: Handbook, recall: Recall) -> Mapping[str, Figures]:
    """How each language of the handbook writes figures; worked out for those that are compared."""
    rows = handbook.languages
    currencies = tuple(dict.fromkeys(("EUR", *(row.currency for row in rows.values()))))

    def found(lang: str) -> Figures:
        rules = handbook.rules.get(lang, Rules())
        counted = recall(key_of("units", lang, _rules(handbook)), lambda: tuple(units(rows[lang], rules, currencies)))
        return figures(rows[lang], rules, counted)

    return Lazy(found)


def _rules(handbook: Handbook) -> object:
    """What all comparisons rest on."""
    return handbook.as_read(SETTINGS, *(f"rules/{lang}.yml" for lang in handbook.languages))


def _locked(found: Freshness, known: Mapping[str, Figures]) -> Iterator[Problem]:
    """Compares what the lock pairs."""
    yield from _order(found)
    for pair in found.pairs:
        yield from _blocks(found, pair)
        if pair.original and pair.translation and pair.state == "current" and not pair.original.joined:
            yield from _frames(found, pair, pair.original, pair.translation)
            yield from _figures_differ(found, pair.original, pair.translation, known)


def _unlocked(found: Freshness, known: Mapping[str, Figures]) -> Iterator[Problem]:
    """Compares block by block; after the first difference of kind only a summary is given."""
    path = found.translation.path
    ours, theirs = passages(found.original), passages(found.translation)
    for expected, passage in zip_longest(ours, theirs):
        if passage is None:
            yield Problem(path, theirs[-1].line, "block-missing", _values(found, expected, expected.title, ""))
            return
        if expected is None:
            yield Problem(path, passage.line, "block-added", {"original": found.original.lang, "found": passage.title})
            return
        if _shape(expected) != _shape(passage):
            yield Problem(path, passage.line, "blocks-differ", _values(found, expected, expected.title, passage.title))
            return
        yield from _frames(found, None, expected, passage)
        yield from _figures_differ(found, expected, passage, known)


def _front_matter(found: Freshness) -> Iterator[Problem]:
    """What does not depend on the language is the same in all of them."""
    ours, theirs = found.original.matter, found.translation.matter
    if not (isinstance(ours, FrontMatter) and isinstance(theirs, FrontMatter)):
        return
    title = next((pair for pair in found.pairs if pair.passage.id == "/title"), None)
    for key in SHARED_KEYS:
        expected, value = getattr(ours, key), getattr(theirs, key)
        if expected != value:
            shown = f"[{', '.join(expected)}]" if isinstance(expected, tuple) else expected
            values = {"key": key, "original": f"{found.original.lang}: {shown or '–'}"}
            line = found.translation.lines.get(key, 1)
            yield Problem(found.translation.path, line, "differs-from-original", values, _severity(title))


def _blocks(found: Freshness, pair: Pair) -> Iterator[Problem]:
    """Blocks without partner, and partners that nobody has stamped."""
    path, original = found.translation.path, found.original.lang
    if pair.original is None and pair.entry is None:
        yield Problem(path, pair.passage.line, "block-added", {"original": original, "found": pair.passage.title})
    elif pair.translation is None and pair.original and pair.entry and pair.is_as_stamped:
        values = {"original": original, "expected": pair.original.title, "line": str(pair.original.line)}
        yield Problem(path, _line_after(found, pair), "block-missing", values)
    elif pair.entry is None and pair.original and pair.translation:
        values = {"block": pair.translation.name, "page": found.translation.name, "lang": found.translation.lang}
        yield Problem(path, pair.translation.line, "not-stamped", values)


def _line_after(found: Freshness, pair: Pair) -> int:
    """Where the translation of a missing passage would stand."""
    above = [other.passage.line for other in found.pairs[: found.pairs.index(pair)] if other.translation]
    return max(above, default=1)


def _order(found: Freshness) -> Iterator[Problem]:
    """Blocks stand in the original's order, unless it was the original that was rearranged."""
    both = [
        (pair.original.line, pair.entry.line if pair.entry else 0, pair.passage)
        for pair in found.pairs
        if pair.original and pair.translation and not pair.original.joined
    ]
    locked = [at for _, at, _ in sorted(both, key=lambda row: row[0]) if at]
    if locked == sorted(locked):
        for (before, _, above), (line, _, passage) in pairwise(both):
            if line < before:
                values = {"original": found.original.lang, "block": passage.name, "above": above.name}
                yield Problem(found.translation.path, passage.line, "order-differs", values)


def _frames(found: Freshness, pair: Pair | None, ours: Passage, theirs: Passage) -> Iterator[Problem]:
    """What stands around the text is the same in every language."""
    if _is_framed_alike(ours.block, theirs.block):
        return
    for code, of in DIFFERENCES:
        if of(ours) != of(theirs):
            values = _values(found, ours, of(ours), of(theirs))
            yield Problem(found.translation.path, theirs.line, code, values, _severity(pair))
    if missing := _concepts(ours) - _concepts(theirs):
        values = _values(found, ours, ", ".join(sorted(missing)), ", ".join(sorted(_concepts(theirs))))
        yield Problem(found.translation.path, theirs.line, "concepts-differ", values, "warning")


def _is_framed_alike(ours: Block | None, theirs: Block | None) -> bool:
    """Nearly all are, and nearly all hold no link, so that nothing else need be looked at."""
    if not ours or not theirs or "[" in ours.text or "{" in ours.text or "[" in theirs.text or "{" in theirs.text:
        return False
    return _around(ours) == _around(theirs)


def _around(block: Block) -> tuple[object, ...]:
    return block.kind, block.level, block.box, block.id, block.citations


def _severity(pair: Pair | None) -> Severity:
    """An editor who changes a link or a citation in the original does not have to touch three other languages."""
    return "error" if pair is None or pair.is_as_stamped else "warning"


def _figures_differ(found: Freshness, ours: Passage, theirs: Passage, known: Mapping[str, Figures]) -> Iterator[Problem]:
    """Numbers, percentages, units, times and dates agree."""
    texts = _spoken(ours), _spoken(theirs)
    for difference in differences(texts[0], known[found.original.lang], texts[1], known[found.translation.lang]):
        values = _values(found, ours, difference.expected, difference.found)
        yield Problem(found.translation.path, theirs.line, difference.code, values)


def _spoken(passage: Passage) -> str:
    """The words of a passage; variants of a phrase, which few have, stay on lines of their own."""
    text = passage.text
    return "\n".join(inline.plain(line, "") for line in text.split("\n")) if "\n" in text else inline.plain(text, "")


def _values(found: Freshness, ours: Passage, expected: str, instead: str) -> dict[str, str]:
    return {"original": found.original.lang, "line": str(ours.line), "expected": expected or "–", "found": instead or "–"}


def _shape(passage: Passage) -> str:
    block = passage.block
    return " ".join(filter(None, (block.kind, "#" * block.level, block.box))) if block else passage.kind


def _citations(passage: Passage) -> str:
    return "; ".join(sorted(f"@{point}" for point in passage.block.citations)) if passage.block else ""


def _targets(passage: Passage) -> str:
    block = passage.block
    return ", ".join(sorted(said(passage.text, lambda line: targets(block._replace(text=line))))) if block else ""


def _concepts(passage: Passage) -> set[str]:
    """Those that are linked by hand. A translation may link more: its words may need it."""
    targets = {reference.target for reference in inline.references(passage.text) if reference.kind == "concept"}
    return targets - {inline.UNLINKED}


DIFFERENCES: tuple[tuple[str, Callable[[Passage], str]], ...] = (
    ("blocks-differ", _shape),
    ("id-differs", lambda passage: passage.id),
    ("citations-differ", _citations),
    ("references-differ", _targets),
)
