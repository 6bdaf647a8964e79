"""Rules for checklists: short groups of short steps, one action each, in the form that the language asks for.

From Degani and Wiener, Human Factors of Flight-Deck Checklists (NASA CR-177549, 1990), and the WHO Surgical Safety Checklist
(Haynes et al., NEJM 360:491–499, 2009; Gawande, The Checklist Manifesto, 2009): five to nine items a pause, simple and exact
wording, one action an item, read-do or do-confirm stated, dated. pages.steps counts items and words; front matter states kind
and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.playbook import Block, Page, Playbook
from handbook.model.problem import Problem
from handbook.model.rules import Form, Rules
from handbook.scan import inline

SENTENCE = re.compile(r"[.!](?:\s|$)")
WORD = re.compile(r"[\w’'-]+")


def checklists(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Steps as the language's rules want them; a language without rules is left in peace."""
    if isinstance(page, Playbook) and (rules := handbook.rules.get(page.lang)):
        for step in page.steps:
            yield from _chains(page, step, rules)
            yield from _forms(handbook, page, step, rules)


def _chains(playbook: Playbook, step: Block, rules: Rules) -> Iterator[Problem]:
    text = f" {inline.plain(step.text).casefold()} "
    for chain in rules.chains:
        if re.search(rf"(?<!\w){re.escape(chain)}(?!\w)", text):
            yield Problem(playbook.path, step.line, "step-chain", {"words": chain}, severity="warning")


def _forms(handbook: Handbook, playbook: Playbook, step: Block, rules: Rules) -> Iterator[Problem]:
    wanted = handbook.languages[playbook.lang].steps
    form = wanted.read_do if playbook.matter.checklist == "read-do" else wanted.do_confirm
    if playbook.matter.checklist != "none" and (known := rules.forms.get(form)) and not has_form(inline.plain(step.text), known):
        yield Problem(
            playbook.path, step.line, "step-form", {"kind": playbook.matter.checklist, "form": form}, severity="warning"
        )


def has_form(text: str, form: Form) -> bool:
    """Whether the first sentence looks like the form. Nobody is told off for what can't be told."""
    sentence = SENTENCE.split(text, maxsplit=1)[0].rstrip(" …:")
    words = [word.casefold() for word in WORD.findall(sentence)]
    if not words:
        return True
    first, last = words[0], words[-1]
    return not (
        first in form.first_not
        or any(first.endswith(ending) for ending in form.first_not_ending)
        or (form.last_ending and not any(last.endswith(ending) for ending in form.last_ending))
        or any(text.endswith(ending) for ending in form.last_not_ending)
    )
