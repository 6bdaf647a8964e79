"""Forms with their lemmas in, a table of endings out that finds the lemma of other forms.

A rule says: this ending of a form stands for that ending of its lemma (pl "ami" → "a"). A rule is believed only where
it leads to a lemma that is known, so the table may be short and still safe.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from handbook.words.start import shared_length

Rule = tuple[str, str]
"""An ending of a form, and that of its lemma."""
SHORTEST_HEAD = 2
SHORTEST_UNTAILED = 4
"""Letters that a tail must leave."""


@dataclass(frozen=True, slots=True)
class Endings:
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ending of the form → endings of the lemma, the commonest first."""
    longest: int = 0
    tails: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may stand behind any ending (fi "mme") → what the form may end in without it."""

    def candidates(self, form: str) -> Iterator[str]:
        """What the lemma may be: the shortest ending taken off first, so that most of the form is kept; tails last."""
        yield from self._headed(form)
        for shorter in self._untailed(form):
            yield shorter
            yield from self._headed(shorter)

    def _headed(self, form: str) -> Iterator[str]:
        for cut in range(len(form), max(SHORTEST_HEAD, len(form) - self.longest) - 1, -1):
            for ending in self.rules.get(form[cut:], ()):
                yield form[:cut] + ending

    def _untailed(self, form: str) -> Iterator[str]:
        for cut in range(SHORTEST_UNTAILED, len(form)) if self.tails else ():
            for rest in self.tails.get(form[cut:], ()):
                yield form[:cut] + rest

    def lemma(self, form: str, known: Container[str]) -> str | None:
        """The first candidate that is a known lemma."""
        return next((lemma for lemma in self.candidates(form) if lemma in known), None)

    def folded(self, fold: Callable[[str], str]) -> "Endings":
        """The same rules for folded words."""
        return endings(_folded(self.rules, fold), _folded(self.tails, fold))


def endings(rules: Mapping[str, tuple[str, ...]], tails: Mapping[str, tuple[str, ...]] | None = None) -> Endings:
    return Endings(rules, max(map(len, rules), default=0), tails or {})


def _folded(table: Mapping[str, tuple[str, ...]], fold: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for ending, others in table.items():
        found[fold(ending)].update(dict.fromkeys(map(fold, others)))
    return {ending: tuple(others) for ending, others in found.items()}


def learned(paradigms: Mapping[str, Iterable[str]], share: float) -> Endings:
    """Lemmas with their forms in; the commonest rules that explain the `share` of all forms out.

    A rule that leads to another known lemma more often than to the right one is left out.
    """
    counts: Counter[Rule] = Counter()
    undoubled: set[Rule] = set()
    for lemma, forms in paradigms.items():
        explained = {form: _rule(form, lemma) for form in forms if form != lemma}
        counts.update(set(explained.values()))
        undoubled.update(rule for form, rule in explained.items() if not _doubles(form, rule))
    rules: dict[str, list[str]] = defaultdict(list)
    left = share * counts.total()
    for (ending, lemma_ending), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if left <= 0 or count == 1:
            break
        rules[ending].append(lemma_ending)
        left -= count
    reliable = _reliable(endings({ending: tuple(found) for ending, found in sorted(rules.items())}), paradigms)
    return _narrowed(reliable, undoubled)


def _reliable(table: Endings, paradigms: Mapping[str, Iterable[str]]) -> Endings:
    right: Counter[Rule] = Counter()
    wrong: Counter[Rule] = Counter()
    for lemma, forms in paradigms.items():
        for form in forms:
            for candidate in table.candidates(form):
                if candidate in paradigms and form != lemma:
                    (right if candidate == lemma else wrong)[_rule(form, candidate)] += 1
    kept = {
        ending: tuple(end for end in ends if right[ending, end] >= wrong[ending, end]) for ending, ends in table.rules.items()
    }
    return endings({ending: ends for ending, ends in kept.items() if ends})


def _doubles(form: str, rule: Rule) -> bool:
    """Does the ending begin with the letter that stands before it (plan*ned*)?"""
    ending = rule[0]
    return ending != "" and form.removesuffix(ending).endswith(ending[0])


def _narrowed(table: Endings, undoubled: Container[Rule]) -> Endings:
    """A rule that only ever doubles a letter says so, "nned" → "n", lest "burned" be "bur" with an ending."""
    found: dict[str, list[str]] = defaultdict(list)
    for ending, ends in table.rules.items():
        for end in ends:
            letter = "" if (ending, end) in undoubled else ending[0]
            found[letter + ending].append(letter + end)
    return endings({ending: tuple(ends) for ending, ends in sorted(found.items())})


def _rule(form: str, lemma: str) -> Rule:
    kept = shared_length(form, lemma)
    return form[kept:], lemma[kept:]


def parsed(text: str) -> Endings:
    """One line an ending: the ending, then the lemma's endings; "-" is an empty one."""
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return endings({_blank(ending): tuple(map(_blank, lemmas)) for ending, *lemmas in rows})


def written(table: Endings) -> str:
    """The inverse of `parsed`."""
    return "".join(" ".join(part or "-" for part in (ending, *lemmas)) + "\n" for ending, lemmas in sorted(table.rules.items()))


def _blank(ending: str) -> str:
    return "" if ending == "-" else ending
