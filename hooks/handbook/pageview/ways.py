"""Where a page leads: the same page in other languages, up, aside and on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from handbook.addresses import checklist_name, playbook_name, situation_name
from handbook.pageview.links import Alternate, Card, Link
from handbook.pageview.subject import Subject

ON_CARD, NEIGHBOURS = 4, 5
"""How many playbooks a situation's card shows, and how many neighbours a playbook; the situation's page lists them all."""


class Ways(Subject):
    """A page and the ways from it."""

    @cached_property
    def companions(self) -> tuple[Alternate, ...]:
        """The languages that the page can be read in side by side with its own."""
        if self.kind not in ("playbook", "checklist", "glossary"):
            return ()
        return tuple(one for one in self.alternates if one.translated and one.lang not in (self.lang, self.content_lang))

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

    @cached_property
    def other_form(self) -> Link | None:
        """From a playbook to its checklist, and back."""
        if self.kind == "checklist":
            return Link(self.t("Open the whole playbook"), self.href(playbook_name(self.slug)))
        if self.kind == "playbook" and self.playbook and self.playbook.has_checklist:
            return Link(self.t("Open as a checklist"), self.href(checklist_name(self.slug)))
        return None

    @cached_property
    def above(self) -> tuple[tuple[str, str], ...]:
        """(title, name) of the pages from the home page down to the page's parent."""
        found = [(self.t("Home"), "index")] if self.kind != "home" else []
        if self.kind == "checklist":
            found.append((self.t("Checklists"), "checklists/index"))
        elif self.kind == "playbook" and self.situation:
            found.append(self._situation_page)
        return tuple(found)

    @cached_property
    def breadcrumbs(self) -> tuple[Link, ...]:
        """To the pages above this one."""
        return tuple(Link(self.locale.typeset(title), self.href(name)) for title, name in self.above)

    @property
    def situation_link(self) -> Link:
        """To the page of the situation that this page is about."""
        title, name = self._situation_page
        return Link(self.locale.typeset(title), self.href(name))

    @property
    def _situation_page(self) -> tuple[str, str]:
        return self.site.handbook.settings.situations[self.situation].name[self.lang], situation_name(self.situation)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The situations, each with its first playbooks, in order."""
        rows = self.site.handbook.settings.situations
        return tuple(
            Card(
                key,
                rows[key].icon,
                self.locale.typeset(rows[key].name[self.lang]),
                self.href(situation_name(key)),
                len(slugs),
                tuple(islice(self.playbook_links(key), ON_CARD)),
            )
            for key, slugs in self.site.situations[self.lang].items()
        )

    def playbook_links(self, situation: str) -> Iterator[Link]:
        return (self._playbook_link(slug) for slug in self.site.situations[self.lang][situation])

    @cached_property
    def neighbours(self) -> tuple[Link, ...]:
        """Other playbooks of the same situation, unless the page leads to them anyway: those after it, then from the start."""
        if not self.playbook:
            return ()
        slugs = self.site.situations[self.lang][self.situation]
        at = slugs.index(self.slug)
        others = (slug for slug in (*slugs[at + 1 :], *slugs[:at]) if slug not in self._linked)
        return tuple(self._playbook_link(slug) for slug in islice(others, NEIGHBOURS))

    @cached_property
    def next_steps(self) -> tuple[Link, ...]:
        """Where a checklist's playbook sends its reader on: the playbooks that it links to, in order, each once."""
        return tuple(self._playbook_link(slug) for slug in self._linked) if self.kind == "checklist" else ()

    @cached_property
    def _linked(self) -> tuple[str, ...]:
        """The slugs of the playbooks that the page's own playbook links to, in order."""
        return self.site.linked[self.lang, self.slug] if self.slug else ()

    def _playbook_link(self, slug: str) -> Link:
        playbook = self.site.playbook(slug, self.lang)
        lang = playbook.lang if playbook.lang != self.lang else ""
        return Link(self.site.title(playbook), self.href(playbook_name(slug)), lang, slug)
