"""A page in, what its frame shows around it out: alternates, breadcrumbs, neighbours, facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.addresses import checklist_name, playbook_name
from handbook.locale import Locale
from handbook.model.playbook import Playbook
from handbook.policy import in_page
from handbook.printing.composing import stamp_of
from handbook.printing.names import EDITION_NAMES as EDITIONS
from handbook.printing.names import Pdf, as_offered
from handbook.printing.version import Stamp
from handbook.register import Place
from handbook.scan import inline
from handbook.site import Site

TELEPHONE = re.compile(r"\+?[\d ()-]+")


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language."""

    lang: str
    name: str
    href: str
    """Relative to the page."""
    url: str
    """Relative to the site's root."""
    translated: bool
    """False: the page exists there only as a fallback."""


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    href: str
    lang: str = ""
    slug: str = ""
    """Of the playbook that it leads to."""


@dataclass(frozen=True, slots=True)
class Card:
    """A situation with the playbooks that help in it."""

    key: str
    icon: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class PageView:
    """One page as the theme's templates see it (as `hb`)."""

    site: Site
    lang: str
    name: str
    kind: str
    """home, playbook, checklist, checklists, glossary, terms, sources, claims or page."""
    title: str
    description: str
    content_lang: str
    slug: str = ""

    @property
    def locale(self) -> Locale:
        return self.site.locales[self.lang]

    def t(self, message: str, **values: object) -> str:
        return self.locale.t(message, **values)

    def n(self, singular: str, plural: str, count: int, **values: object) -> str:
        return self.locale.n(singular, plural, count, **values)

    @property
    def url(self) -> str:
        return self.site.addresses.page(self.lang, self.name)

    @property
    def source_name(self) -> str:
        """Name of the hand-written page that the text comes from."""
        return playbook_name(self.slug) if self.slug else self.name

    @property
    def is_fallback(self) -> bool:
        return self.content_lang != self.lang

    @property
    def playbook(self) -> Playbook | None:
        return self.site.playbook(self.slug, self.lang) if self.slug else None

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
    def original(self) -> Playbook | None:
        """The playbook in the language that it was written in first."""
        handbook = self.site.handbook
        return handbook.playbooks[self.slug][handbook.originals[self.slug]] if self.slug else None

    @property
    def policy(self) -> str:
        """The security policy for the page's meta tag."""
        return in_page(self.site.addresses.site_url)

    @property
    def companions(self) -> tuple[Alternate, ...]:
        """The languages that the page can be read in side by side with its own."""
        if self.kind not in ("playbook", "checklist", "glossary"):
            return ()
        return tuple(one for one in self.alternates if one.translated and one.lang not in (self.lang, self.content_lang))

    @property
    def pdfs(self) -> tuple[Pdf, ...]:
        """What this page's checklist can be printed from, in this language first."""
        own = (pdf for pdf in self.site.pdfs if self.slug and pdf.slug == self.slug and pdf.languages[0] == self.lang)
        return tuple(sorted(own, key=as_offered))

    def to(self, url: str) -> str:
        """A link from this page to an address relative to the site's root."""
        return self.site.addresses.relative(url, self.url)

    def pdf_title(self, pdf: Pdf) -> str:
        """What an edition is called."""
        title = self.t(EDITIONS[pdf.edition])
        return (
            f"{title}: {self.locale.listing(self.lang_name(lang) for lang in pdf.languages)}" if len(pdf.languages) > 1 else title
        )

    @property
    def stamp(self) -> Stamp | None:
        """What a current print of this checklist carries, so that the page can tell an old print."""
        return stamp_of(self.site, self.slug, self.lang) if self.kind == "checklist" and self.slug else None

    @property
    def owners(self) -> dict[str, str]:
        """Key → name, of everybody who answers for playbooks."""
        return {key: owner.name[self.lang] for key, owner in self.site.handbook.settings.owners.items()}

    @property
    def canonical(self) -> str:
        """The address, relative to the root, under which search engines should know the page."""
        return self.site.addresses.page(self.content_lang, self.name)

    @cached_property
    def alternates(self) -> tuple[Alternate, ...]:
        handbook, addresses = self.site.handbook, self.site.addresses
        twins = handbook.playbooks.get(self.slug) if self.slug else None
        return tuple(
            Alternate(
                lang,
                row.name,
                addresses.relative(addresses.page(lang, self.name), self.url),
                addresses.page(lang, self.name),
                twins is None or lang in twins,
            )
            for lang, row in handbook.languages.items()
        )

    def href(self, name: str, anchor: str = "") -> str:
        """A link from this page to another page of its language."""
        addresses = self.site.addresses
        return addresses.relative(addresses.page(self.lang, name, anchor), self.url)

    def lang_name(self, lang: str) -> str:
        """A language's name in this page's language."""
        row = self.site.handbook.languages[lang]
        return self.locale.babel.languages.get(row.locale.partition("_")[0]) or row.name

    @property
    def other_form(self) -> Link | None:
        """From a playbook to its checklist, and back."""
        if self.kind == "checklist":
            return Link(self.t("Open the whole playbook"), self.href(playbook_name(self.slug)))
        if self.kind == "playbook" and self.playbook and self.playbook.has_checklist:
            return Link(self.t("Open as a checklist"), self.href(checklist_name(self.slug)))
        return None

    @property
    def breadcrumbs(self) -> tuple[Link, ...]:
        """From the home page down to the page's parent."""
        crumbs = [Link(self.t("Home"), self.href("index"))] if self.kind != "home" else []
        if self.kind == "checklist":
            crumbs.append(Link(self.t("Checklists"), self.href("checklists/index")))
        elif self.kind == "playbook" and self.playbook:
            situation = self.playbook.matter.situation
            name = self.site.handbook.settings.situations[situation].name[self.lang]
            crumbs.append(Link(name, self.href("index", f"situation-{situation}")))
        return tuple(crumbs)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The situations with their playbooks, in order."""
        return tuple(
            Card(key, row.icon, row.name[self.lang], tuple(self.playbook_links(key)))
            for key, row in self.site.handbook.settings.situations.items()
        )

    def playbook_links(self, situation: str) -> Iterator[Link]:
        for slug in self.site.handbook.playbooks:
            if self.site.playbook(slug, self.lang).matter.situation == situation:
                yield self._playbook_link(slug)

    @property
    def neighbours(self) -> tuple[Link, ...]:
        """The other playbooks of the same situation."""
        if not self.playbook:
            return ()
        return tuple(link for link in self.playbook_links(self.playbook.matter.situation) if link.slug != self.slug)

    @property
    def next_steps(self) -> tuple[Link, ...]:
        """Where a checklist's playbook sends its reader on: the playbooks that it links to, in order, each once."""
        if not self.playbook or self.kind != "checklist":
            return ()
        targets = (ref.target for block in self.playbook.blocks for ref in inline.references(block.text) if ref.kind == "link")
        slugs = dict.fromkeys(target.partition("#")[0].removesuffix(".md") for target in targets if ".md" in target)
        known = (slug for slug in slugs if slug in self.site.handbook.playbooks and slug != self.slug)
        return tuple(self._playbook_link(slug) for slug in known)

    def _playbook_link(self, slug: str) -> Link:
        playbook = self.site.playbook(slug, self.lang)
        lang = playbook.lang if playbook.lang != self.lang else ""
        return Link(playbook.matter.title, self.href(playbook_name(slug)), lang, slug)

    @cached_property
    def places(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """The sources that the playbook rests on, each with its places in order."""
        if not self.playbook:
            return ()
        found: dict[str, dict[Place, None]] = {}
        for point in self.playbook.points:
            if place := self.site.register.place_of.get(point):
                found.setdefault(place.source, {})[place] = None
        numbers = self.site.register.numbers
        order = {
            anchor: at for places in self.site.register.places.values() for at, anchor in enumerate(p.anchor for p in places)
        }
        return tuple(
            (source, tuple(sorted(places, key=lambda place: order[place.anchor])))
            for source, places in sorted(found.items(), key=lambda item: numbers[item[0]])
        )


def kind_of(name: str, template: str = "") -> str:
    """The kind of a hand-written page."""
    if name == "index":
        return "home"
    return "playbook" if name.startswith("playbooks/") else "page"
