"""What handbook.yml says: languages, situations, owners, local policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from handbook.model.kinds import CURRENCY, HTTPS, JOINER, KEY, LANGUAGE, LOCALE, NAME, REPORTS, SHORT, Help

SETTINGS = "handbook.yml"
"""Where they stand."""
Localized = Mapping[str, str]
"""The same words in every language of the handbook: language code → words."""

StepForm = Literal["imperative", "polite-imperative", "state", "first-person-past"]


@dataclass(frozen=True, slots=True)
class Steps:
    """The grammatical form of a step, for each kind of checklist."""

    read_do: Annotated[StepForm, Help("form of a step that is read, then done")] = "imperative"
    do_confirm: Annotated[StepForm, Help("form of a step that is done, then confirmed")] = "state"


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the handbook. Everything that differs between languages is data in this row."""

    name: Annotated[str, Help("the language's name in itself")]
    locale: Annotated[str, LOCALE, Help("Babel locale: number, date and plural rules")]
    quotes: Annotated[tuple[str, ...], Help("opening and closing quotation mark, then the inner pair")]
    currency: Annotated[str, CURRENCY, Help("ISO 4217 code of the readers' money")] = "EUR"
    sample_price: Annotated[int, Help("an everyday price in that money, for worked examples")] = 20
    script: Annotated[
        Literal["Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "other"],
        Help("its letters; other: there is no font for prints, so it has none"),
    ] = "Latin"
    direction: Annotated[Literal["ltr", "rtl"], Help("writing direction")] = "ltr"
    date: Annotated[str, Help("CLDR pattern of a date; empty: the locale's long form")] = ""
    decimal: Annotated[str, Help("CLDR pattern of a number; empty: the locale's")] = ""
    percent: Annotated[str, Help("CLDR pattern of a percentage; empty: the locale's")] = ""
    allowed_characters: Annotated[
        tuple[Annotated[str, JOINER], ...], Help("control characters its writing needs, as U+XXXX")
    ] = ()
    short_words: Annotated[tuple[str, ...], Help("words that never end a line")] = ()
    steps: Annotated[Steps, Help("the form of its steps")] = field(default_factory=Steps)


@dataclass(frozen=True, slots=True)
class Situation:
    """What is happening when somebody opens the handbook: a card on the home page."""

    icon: Annotated[str, KEY, Help("name of a drawing in overrides/icons")]
    name: Annotated[Localized, Help("what staff would say, in every language")]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who keeps a playbook true."""

    name: Annotated[Localized, Help("the team or role, in every language")]


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule that each organisation sets for itself; readers see it wherever a page says {{ policy.key }}."""

    name: Annotated[Localized, Help("what the rule is about, in every language")]
    value: Annotated[str, SHORT, Help("the rule, where it is the same in every language")] = ""
    values: Annotated[Mapping[str, Annotated[str, SHORT]], Help("the rule, language by language")] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """The rule in one language; empty while the organisation has not agreed on it."""
        return self.values.get(lang, self.value)


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of handbook.yml."""

    title: Annotated[Localized, Help("the handbook's name, in every language")]
    description: Annotated[Localized, Help("one sentence about it, in every language")]
    languages: Annotated[Mapping[Annotated[str, LANGUAGE], Language], Help("language code → row; the first is the default")]
    situations: Annotated[Mapping[NAME, Situation], Help("in the order of the home page's cards")]
    owners: Annotated[Mapping[NAME, Owner], Help("who answers for playbooks")]
    policy: Annotated[Mapping[NAME, Policy], Help("local rules")] = field(default_factory=dict)
    source_url: Annotated[str, HTTPS, Help("where the handbook's files can be edited, up to their paths")] = ""
    report_url: Annotated[str, REPORTS, Help("where a reader reports a problem: a new-issue page or mailto:")] = ""
    emergency_policy: Annotated[str, Help("the policy whose value is the emergency number")] = ""
    emergency_playbook: Annotated[str, Help("the playbook on threats, one tap away everywhere")] = ""
    shift_hours: Annotated[int, Help("after so many hours a checklist asks whether its ticks still hold")] = 12

    @property
    def default(self) -> str:
        """Code of the language that stands at the site's root."""
        return next(iter(self.languages))
