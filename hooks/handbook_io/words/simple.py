"""A form in, what simplemma's dictionary says about it out; run by `handbook words update` only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

from handbook.words.reading import Reading

Tagged = Mapping[str, tuple[str, ...]]
"""Tag of a form → the forms."""
FULL = 25
"""Forms of a lemma that the dictionary inflects fully."""
LONGEST_TAIL = 6
SHORTEST_TAIL = 3
MODELS = 3


class Simplemma:
    """A language of simplemma's dictionaries (MIT)."""

    def __init__(self, code: str) -> None:
        module = import_module("simplemma.strategies.dictionaries")
        self._dictionary: Any = module.DefaultDictionaryFactory().get_dictionary(code)

    def readings(self, form: str) -> tuple[Reading, ...]:
        lemma = self._dictionary.get(form)
        return (Reading(_text(lemma).lower()),) if lemma else ()

    def paradigm(self, lemma: str) -> Iterable[str]:
        return self._by_lemma.get(lemma, ())

    def forms(self, lemma: str) -> Tagged:
        return {form: (form,) for form in self.paradigm(lemma)}

    def models(self, lemma: str) -> tuple[str, ...]:
        """Fully inflected lemmas that end like this one, so that it may be inflected after them."""
        for length in range(LONGEST_TAIL, SHORTEST_TAIL - 1, -1):
            if found := self._by_tail.get(lemma[-length:]):
                return tuple(found[:MODELS])
        return ()

    @cached_property
    def _by_tail(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for lemma, forms in self._by_lemma.items():
            if len(forms) >= FULL:
                for length in range(SHORTEST_TAIL, LONGEST_TAIL + 1):
                    if len(tail := found[lemma[-length:]]) < MODELS:
                        tail.append(lemma)
        return found

    @cached_property
    def _by_lemma(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for form, lemma in self._dictionary.items():
            if form == form.lower():
                found[_text(lemma)].append(_text(form))
        return found


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
