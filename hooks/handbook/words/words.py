"""All that is known of one language's words: its fold, its table, its endings, its inflections."""

from collections.abc import Callable, Mapping
from functools import cached_property

from handbook.lazy import Lazy
from handbook.words.endings import Endings
from handbook.words.fold import Fold
from handbook.words.inflection import Inflections
from handbook.words.language import Language
from handbook.words.lexicon import Lexicon
from handbook.words.suffixes import VERB


class Words:
    """A language and its tables, each of which is read when it is first asked for: few pages need all languages'."""

    def __init__(
        self,
        language: Language,
        lexicon: Callable[[], Lexicon] = Lexicon,
        endings: Callable[[], Endings] = Endings,
        inflections: Callable[[], Inflections] = Inflections,
    ) -> None:
        self.language = language
        self._lexicon, self._endings, self._inflections = lexicon, endings, inflections

    @cached_property
    def lexicon(self) -> Lexicon:
        return self._lexicon()

    @cached_property
    def endings(self) -> Endings:
        return self._endings()

    @cached_property
    def inflections(self) -> Inflections:
        return self._inflections()

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The lemmas a word may belong to, the likeliest first; an unknown word is its own lemma."""
        form = word.lower()
        return self.attested(form) or (self.endings.lemma(form, self.lexicon.rows) or form,)

    def attested(self, word: str) -> tuple[str, ...]:
        """The lemmas by the tables alone, without a guess at the ending; none if the word isn't in them."""
        return self._attested[word.lower()]

    @cached_property
    def _attested(self) -> Mapping[str, tuple[str, ...]]:
        """Forms recur: each is looked up once."""
        return Lazy(self._looked_up)

    def _looked_up(self, form: str) -> tuple[str, ...]:
        if own := self.language.readings.get(form):
            return (own.replace("+", ""),)
        if known := self.lexicon.by_form.get(form) or self.inflections.of(form):
            return known
        if form in self.lexicon.rows:
            return (form,)
        bare = next((form.removesuffix(clitic) for clitic in self.language.clitics if form.endswith(clitic)), form)
        return self.attested(bare) if len(bare) < len(form) else ()

    def parts(self, lemma: str) -> tuple[str, ...]:
        return self.lexicon.parts(lemma)

    def key(self, lemma: str, fold: Fold | None = None) -> str:
        """What search files a lemma under, in its own language's fold or that of another's index."""
        return (fold or self.language.fold)(lemma.rstrip(VERB))
