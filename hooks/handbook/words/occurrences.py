"""A text and the glossary's terms in, where the terms occur in any inflected form out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from handbook.lazy import Lazy
from handbook.words.suffixes import VERB
from handbook.words.tokens import matches, tokens
from handbook.words.words import Words

QUOTES = "«»„“”’'\""
OPENING, CLOSING = set("«„“”‘'\""), set("»”“’'\"")
HYPHENS = {"-", "\u2010", "\u2011"}
ABBREVIATION_JOINTS = {*HYPHENS, ":"}
"""What stands between an abbreviation and its ending (CRM-ге, KKV:n)."""
MANY = 16
"""Of more terms that begin alike not each is compared word by word."""
NOMINATIVE = ("nom", "nimento")

Row = list[re.Match[str]]
"""The words of a text."""


class Occurrence(NamedTuple):
    start: int
    end: int
    concept: str
    term: str


Find = Callable[[str], Iterable[Occurrence]]
"""A text in, the terms that stand in it out."""


class Slot(NamedTuple):
    """What may stand for one word of a term: any form of some lemmas, or one form only."""

    forms: frozenset[str]
    lemmas: frozenset[str]
    joint: str
    """What stands between the word before and this one."""


class Term(NamedTuple):
    concept: str
    text: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, eq=False)
class Candidates:
    """Terms of which some words stand at a place of a text, the longest first."""

    terms: tuple[Term, ...]
    words: Words
    count: int = 1
    """How many words stand there."""

    @cached_property
    def after(self) -> Mapping[tuple[str, str], Candidates]:
        """What stands before the next word and that word's form → those that have it too, or have ended."""
        return Lazy(lambda follows: self._followed(*follows))

    def _followed(self, joint: str, form: str) -> Candidates:
        left = tuple(term for term in self.terms if len(term.slots) <= self.count or self._goes_on(term, joint, form))
        return Candidates(left, self.words, self.count + 1)

    def _goes_on(self, term: Term, joint: str, form: str) -> bool:
        slot = term.slots[self.count]
        return _joins(joint, slot) and _satisfied(form, slot, self.words, is_alone=False)


@dataclass(frozen=True)
class Terms:
    """The terms of one language, ready to be looked for."""

    words: Words
    by_start: Mapping[str, tuple[Term, ...]]
    """A form or lemma that a term may begin with → the terms, the longest first."""
    others: Mapping[str, tuple[Term, ...]]
    """The same for phrases in which a concept is not meant."""

    @cached_property
    def beginning(self) -> Mapping[str, Candidates | None]:
        """A form → the terms that may begin with it, the longest first. Forms recur: each is looked up once."""
        return Lazy(lambda form: _beginning(form, self.by_start, self.words))

    @cached_property
    def others_beginning(self) -> Mapping[str, Candidates | None]:
        return Lazy(lambda form: _beginning(form, self.others, self.words))


def terms(pairs: Iterable[tuple[str, str]], words: Words, others: Iterable[tuple[str, str]] = ()) -> Terms:
    """Pairs of concept and term in, and pairs of concept and a phrase in which it isn't meant (*w razie potrzeby*).

    Of two concepts with one term the first wins. A phrase of one word stands for that form only.
    """
    return Terms(words, _by_start(pairs, words, is_term=True), _by_start(others, words, is_term=False))


def _by_start(pairs: Iterable[tuple[str, str]], words: Words, is_term: bool) -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for concept, text in pairs:
        if slots := _slots(text, words, is_term):
            for start in slots[0].forms | slots[0].lemmas:
                found[start].append(Term(concept, text, slots))
    return {start: tuple(sorted(group, key=lambda term: -len(term.slots))) for start, group in found.items()}


def _beginning(form: str, by_start: Mapping[str, tuple[Term, ...]], words: Words) -> Candidates | None:
    """The terms whose first word the form may be, whatever follows it; None if there are none."""
    starts = (form, *words.attested(form))
    if by_start.keys().isdisjoint(starts):
        return None
    candidates = dict.fromkeys(term for start in starts for term in by_start.get(start, ()))
    fitting = [term for term in candidates if _satisfied(form, term.slots[0], words, len(term.slots) == 1)]
    return Candidates(tuple(sorted(fitting, key=lambda term: -len(term.slots))), words) if fitting else None


def occurrences(text: str, sought: Terms) -> tuple[Occurrence, ...]:
    """Every occurrence, in order; none overlaps another, the longest term wins."""
    row = list(matches(text))
    forms = [word[0].lower() for word in row]
    begins, begins_otherwise = sought.beginning, sought.others_beginning
    beginnings = [(at, candidates) for at, form in enumerate(forms) if (candidates := begins[form])]
    if not beginnings:
        return ()
    otherwise = ((at, candidates) for at, form in enumerate(forms) if (candidates := begins_otherwise[form]))
    meant_otherwise = [other for at, candidates in otherwise for other in _at(text, row, forms, at, candidates, sought.words)]
    found: list[Occurrence] = []
    for at, candidates in beginnings:
        if not found or row[at].start() >= found[-1].end:
            here = (term for term in _at(text, row, forms, at, candidates, sought.words) if not _inside(term, meant_otherwise))
            found.extend(islice(here, 1))
    return tuple(found)


def _inside(term: Occurrence, others: list[Occurrence]) -> bool:
    return any(other.concept == term.concept and other.start <= term.start and term.end <= other.end for other in others)


def _at(text: str, row: Row, forms: list[str], at: int, candidates: Candidates, words: Words) -> Iterator[Occurrence]:
    """Those of the candidates that stand at a place of a row; that their first word does, is known."""
    while len(candidates.terms) > MANY and candidates.count < len(candidates.terms[0].slots):
        if (here := at + candidates.count) == len(row):
            break
        candidates = candidates.after[text[row[here - 1].end() : row[here].start()], forms[here]]
    for term in candidates.terms:
        end = at + len(term.slots)
        if end > len(row) or not _continues(text, row, forms, at, term, words):
            continue
        part = row[at:end]
        if _stands_alone(text, part, term):
            yield Occurrence(*_span(text, row[at : end + 1], part, term), term.concept, term.text)


def _span(text: str, row: Row, part: Row, term: Term) -> tuple[int, int]:
    """From the first word to the last, with an abbreviation's ending (CRM-*u*) and the other one of two quotation marks."""
    start, end = part[0].start(), part[-1].end()
    if term.text.isupper() and text[end : end + 1] in ABBREVIATION_JOINTS and row[-1].start() == end + 1:
        end = row[-1].end()
    if sum(mark in QUOTES for a, b in pairwise(part) for mark in text[a.end() : b.start()]) % 2:
        start -= start > 0 and text[start - 1] in OPENING
        end += start == part[0].start() and text[end : end + 1] in CLOSING
    return start, end


def _continues(text: str, row: Row, forms: list[str], at: int, term: Term, words: Words) -> bool:
    """Whether the words after the first are the term's."""
    for number in range(1, len(term.slots)):
        slot, here = term.slots[number], at + number
        if not _joins(text[row[here - 1].end() : row[here].start()], slot):
            return False
        if not _satisfied(forms[here], slot, words, is_alone=False):
            return False
    return True


def _joins(joint: str, slot: Slot) -> bool:
    if slot.joint in HYPHENS:
        return joint in HYPHENS
    return joint == slot.joint or joint.strip(QUOTES).isspace()


def _satisfied(form: str, slot: Slot, words: Words, is_alone: bool) -> bool:
    """A term of one word must be the likeliest reading of a form; beside other words of the term any reading will do,
    a verb's for its noun (*қайта хабарласамыз* for *қайта хабарласу*) too."""
    if form in slot.forms:
        return True
    lemmas = words.attested(form)
    return not slot.lemmas.isdisjoint(
        lemmas[:1] if is_alone else (name for lemma in lemmas for name in (lemma, lemma.rstrip(VERB)))
    )


def _stands_alone(text: str, part: Row, term: Term) -> bool:
    """Is it no part of a hyphenated word? An abbreviation may have its ending behind a hyphen or colon."""
    start, end = part[0].start(), part[-1].end()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return before not in HYPHENS and (after not in HYPHENS or (term.text.isupper() and after in ABBREVIATION_JOINTS))


@lru_cache(maxsize=1_024)
def _slots(text: str, words: Words, is_term: bool) -> tuple[Slot, ...]:
    """Of a term or phrase: links and search look for nearly the same ones."""
    return tuple(_each_slot(text, words, is_term))


def _each_slot(text: str, words: Words, is_term: bool) -> Iterator[Slot]:
    row = tuple(tokens(text))
    for i, token in enumerate(row):
        form = token.text.lower()
        joint = text[row[i - 1].end : token.start] if i else ""
        is_head = i == len(row) - 1
        inflects = (is_term or len(row) > 1) and (is_head or words.language.agreement)
        lemmas = frozenset(_headwords(form, words)) if inflects else frozenset()
        further = _continued(form, words) if is_head and is_term and not lemmas else ()
        yield Slot(frozenset({form, *further}), lemmas, joint)


def _headwords(form: str, words: Words) -> tuple[str, ...]:
    """The lemmas that a word of a term stands for, if it stands in its basic form; others (obsługa *klienta*) don't inflect."""
    lemmas = words.attested(form)
    if form in lemmas:
        return (form,)
    return tuple(
        lemma for lemma in lemmas if any(name in tag for tag in words.inflections.tags(form, lemma) for name in NOMINATIVE)
    )


def _continued(form: str, words: Words) -> Iterator[str]:
    """A head with an ending that stays (көрсету *сапасы*) in; the same with further endings (сапасына) or another owner's
    (сапаңыз) out."""
    owned = words.language.owned
    for lemma in words.attested(form):
        own = {tag for tag in words.inflections.tags(form, lemma) if tag}
        alike = {*own, *(owned if not own.isdisjoint(owned) else ())}
        starts = tuple(f"{tag}." for tag in alike)
        for tag, forms in words.inflections.forms(lemma).items():
            if tag in alike or tag.startswith(starts):
                yield from forms
