"""What each page of a language is made from, in; a key for each that changes whenever the page could, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from handbook.addresses import playbook_name
from handbook.lazy import Lazy
from handbook.model.playbook import Page
from handbook.render import Draft
from handbook.site import Site


def digest(parts: Iterable[object]) -> str:
    """Of values with a telling `repr`: text, numbers, and tuples or frozen dataclasses of them."""
    return sha256("\n".join(map(repr, parts)).encode()).hexdigest()


@dataclass(frozen=True)
class Makings:
    """What a build knows about its inputs before it makes a page."""

    site: Site
    rest: str
    """Digest of all that is not the handbook: programs, templates, catalogues, word tables, configuration."""

    @property
    def digests(self) -> Mapping[str, str]:
        """Path of a file of the handbook → digest of its contents."""
        return self.site.handbook.digests

    @cached_property
    def common(self) -> Mapping[str, str]:
        """Language → what all its pages show or rest on: all that is no page, what pages load, the pages' titles and moves."""
        return Lazy(self._common)

    def _common(self, lang: str) -> str:
        loaded, moved = sorted(self.site.addresses.assets.values()), sorted(self.site.moved.items())
        return digest((self.rest, lang, *self.site.handbook.common, *loaded, *moved, *self._outline(lang)))

    def _outline(self, lang: str) -> Iterator[object]:
        handbook = self.site.handbook
        for slug in handbook.playbooks:
            shown = handbook.playbook(slug, lang)
            yield slug, shown.matter.situation, shown.matter.title, shown.lang, shown.has_checklist
        yield from ((page.name, page.matter.title) for page in handbook.pages if page.lang == lang)

    def page(self, page: Page) -> tuple[object, ...]:
        """A hand-written page, its original, and how the two were paired."""
        languages = sorted(self.site.handbook.languages)
        twins = (path for lang in languages if (path := f"docs/{lang}/{page.name}.md") in self.digests)
        original = page.matter.translated_from or page.lang
        paths = (page.path, f"docs/{original}/{page.name}.md", f"translations/{page.lang}/{page.name}.lock")
        return (*twins, *(self.digests.get(path, "") for path in paths))

    def shown(self, slug: str, lang: str) -> tuple[object, ...]:
        """A playbook as readers of a language get it, and what can be printed from it."""
        prints = sorted((pdf.url, pdf.edition, pdf.bytes) for pdf in self.site.prints.get(slug, ()))
        return (*self.page(self.site.playbook(slug, lang)), *prints)


def page_keys(makings: Makings, lang: str, drafts: Mapping[str, Draft]) -> dict[str, str]:
    """Name of each page of a language → its key. `drafts` are the generated pages by name."""
    common = makings.common[lang]
    titles = digest((name, draft.title) for name, draft in sorted(drafts.items()))
    keys = {}
    for page in makings.site.handbook.pages:
        if page.lang == lang:
            own = makings.shown(page.slug, lang) if page.name == playbook_name(page.slug) else makings.page(page)
            keys[page.name] = digest((common, titles, page.name, *own))
    for name, draft in drafts.items():
        own = makings.shown(draft.slug, lang) if draft.slug else draft._replace(html=sha256(draft.html.encode()).hexdigest())
        keys[name] = digest((common, titles, name, draft.kind, *own))
    return keys


def language_key(makings: Makings, lang: str) -> str:
    """Of what is made from all that readers of one language can read: its search index."""
    shown = (makings.site.playbook(slug, lang) for slug in makings.site.handbook.playbooks)
    return digest((makings.common[lang], *(makings.digests.get(playbook.path, "") for playbook in shown)))
