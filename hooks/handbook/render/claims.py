"""Claims in, a page that sets the sources' figures side by side out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.locale import N_
from handbook.model.source import CLAIMS, Claim, ClaimValue
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site

STATUSES = {
    "unsourced-statistic": (N_("Figures without a study"), N_("The source names no study. Do not present these as facts.")),
    "rule-of-thumb": (N_("Rules of thumb"), N_("Proverbs and mnemonics: useful to remember, not measured.")),
    "working-standard": (N_("Working standards"), N_("A standard that one source sets. Agree on your own.")),
    "calculation-input": (N_("Figures for calculations"), N_("Assumptions of a worked example.")),
    "model-count": (N_("Parts of models"), N_("How many parts a model of the source has.")),
}
"""Status → heading and explanation (catalogue messages), in the order of the page."""


def claims(site: Site, lang: str) -> Iterator[Draft]:
    if not site.handbook.claims:
        return
    view = View(site, lang, "claims")
    by_status = [(status, [(id, c) for id, c in site.handbook.claims.items() if c.status == status]) for status in STATUSES]
    yield Draft(
        name=view.name,
        title=view.t("What the sources claim"),
        description=view.t("Figures that the sources give, side by side where they disagree. None of them is presented as fact."),
        source=CLAIMS,
        html=rendered(
            "claims.html.j2",
            view,
            by_status=by_status,
            statuses=STATUSES,
            shown=partial(shown, view),
            disagree=disagree,
            register=site.register,
        ),
        kind="claims",
    )


def disagree(claim: Claim) -> bool:
    """Whether the sources give different values."""
    return len({(value.amount, tuple(value.words.items())) for value in claim.values}) > 1


def shown(view: View, value: ClaimValue) -> str:
    """How a value reads in the page's language."""
    return value.words.get(view.lang) or view.locale.amount(value.amount, value.unit)
