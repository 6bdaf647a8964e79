"""How the checks read a language: number words and the grammar of steps. A language without rules is read leniently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from handbook.model.kinds import Help, Pattern
from handbook.model.settings import StepForm

Words = tuple[str, ...]
COUNT = Pattern(r"[1-9][0-9]{0,8}", "a whole number")
UnitName = Literal["percent", "second", "minute", "hour", "day", "week", "month", "year", "centimetre", "metre"]


@dataclass(frozen=True, slots=True)
class Form:
    """What shows that a step does not have the form that its language asks for."""

    first_not: Annotated[Words, Help("words that a step never starts with")] = ()
    first_not_ending: Annotated[Words, Help("endings that its first word never has")] = ()
    last_ending: Annotated[Words, Help("endings of which its last word has one")] = ()
    last_not_ending: Annotated[Words, Help("how it never ends")] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The contents of one file of rules/."""

    numbers: Annotated[Mapping[Annotated[str, COUNT], Words], Help("number → beginnings of the words for it")] = field(
        default_factory=dict
    )
    units: Annotated[Mapping[UnitName, Words], Help("unit → beginnings of its words, beside those of CLDR")] = field(
        default_factory=dict
    )
    chains: Annotated[Words, Help("words that tie two actions into one step")] = ()
    forms: Annotated[Mapping[StepForm, Form], Help("form of steps → what it looks like")] = field(default_factory=dict)
