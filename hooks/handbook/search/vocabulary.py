"""The keys of an index and one language's words in, what the engine must know of words out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from handbook.lazy import Lazy
from handbook.recall import Recall
from handbook.words.endings import Endings
from handbook.words.fold import Fold
from handbook.words.tokens import tokens
from handbook.words.words import Words


class Vocabulary(NamedTuple):
    """The Python twin of `overrides/search/vocabulary.js`."""

    keys: Collection[str]
    endings: Endings
    forms: Mapping[str, str]
    """Folded form → its key, where endings lead nowhere or astray."""

    def key(self, word: str) -> str | None:
        """What a folded word is filed under, as the engine sees it."""
        if form := self.forms.get(word):
            return form
        return word if word in self.keys else self.endings.lemma(word, self.keys)


def vocabulary(keys: Collection[str], words: Words, recall: Recall | None = None) -> Vocabulary:
    fold = words.language.fold
    plain = Vocabulary(frozenset(keys), words.endings.folded(fold), {})
    known = (recall or Recall())("forms", lambda: sorted(_forms(words, fold)))
    forms = {form: expected[0] for form, expected in known if _misled(form, expected, plain)}
    return Vocabulary(plain.keys, plain.endings, forms)


def _misled(form: str, expected: tuple[str, ...], plain: Vocabulary) -> bool:
    return expected[0] in plain.keys and plain.key(form) not in expected


def _forms(words: Words, fold: Fold) -> Iterator[tuple[str, tuple[str, ...]]]:
    keys: Mapping[str, str] = Lazy(lambda lemma: words.key(lemma, fold))
    for form in {*words.lexicon.by_form, *words.language.readings}:
        yield fold(form), tuple(keys[lemma] for lemma in words.lemmas(form))


def term_key(term: str, words: Words) -> str:
    """A term of the language itself, as the engine looks it up: its words' keys with spaces between."""
    return " ".join(words.key(words.lemmas(token.text)[0]) for token in tokens(term))


def term_forms(term: str, words: Words, fold: Fold) -> Iterable[str]:
    """A term of another language, folded as the index's language does; a single word in all forms that are known."""
    parts = [token.text for token in tokens(term)]
    yield " ".join(map(fold, parts))
    if len(parts) == 1:
        for lemma in words.lemmas(parts[0]):
            yield from map(fold, words.lexicon.forms(lemma))
