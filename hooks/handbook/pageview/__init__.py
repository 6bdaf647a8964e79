"""A page in, what its frame shows around it out: alternates, breadcrumbs, neighbours, facts."""

from __future__ import annotations

import re
from functools import cached_property

from handbook.cards import card_url
from handbook.glosses import Gloss, glosses
from handbook.pageview.care import Report, edit_url, reports
from handbook.pageview.ways import Ways
from handbook.policy import in_page
from handbook.printing.composing import stamp_of
from handbook.printing.fonts import is_printed
from handbook.printing.names import EDITION_NAMES, Pdf, as_offered
from handbook.printing.version import Stamp
from handbook.register import Place

TELEPHONE = re.compile(r"\+?[\d ()-]+")


class PageView(Ways):
    """One page as the theme's templates see it (as `hb`)."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """Where readers can report a problem with the page or one of its places."""
        return reports(self)

    def edit_href(self, path: str) -> str:
        """Where a file of the handbook can be edited; empty if nowhere."""
        return edit_url(self.site.handbook.settings.source_url, path)

    @property
    def emergency(self) -> str:
        """The emergency number; empty where none is set."""
        settings = self.site.handbook.settings
        rule = settings.policy.get(settings.emergency_policy)
        return rule.text(self.lang) if rule else ""

    @property
    def emergency_call(self) -> str:
        """Its `tel:` address, in digits that every telephone knows; empty where the rule is more than a number."""
        number = self.emergency.strip()
        if not TELEPHONE.fullmatch(number):
            return ""
        return "tel:" + "".join(str(int(sign)) if sign.isdecimal() else "+" for sign in number if sign.isdecimal() or sign == "+")

    @property
    def emergency_page(self) -> str:
        """The playbook on threats; empty where there is none."""
        settings = self.site.handbook.settings
        return settings.emergency_playbook if settings.emergency_playbook in self.site.handbook.playbooks else ""

    @property
    def policy(self) -> str:
        """The security policy for the page's meta tag."""
        return in_page(self.site.addresses.site_url)

    @property
    def pdfs(self) -> tuple[Pdf, ...]:
        """What this page's checklist can be printed from, in this language first."""
        own = (pdf for pdf in self.site.prints.get(self.slug, ()) if self.slug and pdf.languages[0] == self.lang)
        return tuple(sorted(own, key=as_offered))

    @property
    def card(self) -> str:
        """The picture that stands for the page where a link to it is shared; empty in a preview, and where no font writes it."""
        spoken = self.site.playbook(self.slug, self.lang).lang if self.slug else self.lang
        has_one = self.site.pdfs and all(is_printed(self.site.handbook.languages[lang]) for lang in (self.lang, spoken))
        return card_url(self.lang, self.name, self.slug) if has_one else ""

    def pdf_title(self, pdf: Pdf) -> str:
        """What an edition is called."""
        title = self.t(EDITION_NAMES[pdf.edition])
        return (
            f"{title}: {self.locale.listing(self.lang_name(lang) for lang in pdf.languages)}" if len(pdf.languages) > 1 else title
        )

    @cached_property
    def stamp(self) -> Stamp | None:
        """What a current print of this checklist carries, so that the page can tell an old print."""
        return stamp_of(self.site, self.slug, self.lang) if self.kind == "checklist" and self.slug else None

    def glosses(self, html: str) -> tuple[Gloss, ...]:
        """What the linked words of the page's text mean."""
        return tuple(glosses(html, self.site, self.content_lang, self.lang))

    @property
    def owners(self) -> dict[str, str]:
        """Key → name, of everybody who answers for playbooks."""
        return {key: owner.name[self.lang] for key, owner in self.site.handbook.settings.owners.items()}

    @cached_property
    def places(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """The sources that the playbook rests on, each with its places in order."""
        if not self.playbook:
            return ()
        found: dict[str, dict[Place, None]] = {}
        for point in self.playbook.points:
            if place := self.site.register.place_of.get(point):
                found.setdefault(place.source, {})[place] = None
        numbers, order = self.site.register.numbers, self.site.register.order
        return tuple(
            (source, tuple(sorted(places, key=lambda place: order[place.anchor])))
            for source, places in sorted(found.items(), key=lambda item: numbers[item[0]])
        )


def kind_of(name: str) -> str:
    """The kind of a hand-written page."""
    if name == "index":
        return "home"
    return "playbook" if name.startswith("playbooks/") else "page"
