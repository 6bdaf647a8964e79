"""A built language in, what lets a device keep it out: manifest, icons, and the lists of its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook import tokens
from handbook.addresses import playbook_name
from handbook.offline import belongs_to, is_shared, lists
from handbook.site import Site
from handbook.webapp import manifest, manifest_url
from handbook_io.icons import icons

DRAWING = "assets/images/icon.svg"
STYLE = "assets/stylesheets/handbook.css"


def app_files(site: Site, lang: str, theme: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the language's manifest and, with the default language, of the icons."""
    colours = {token.name: token.light for token in tokens.tokens((theme / STYLE).read_text("utf-8"))}
    yield manifest_url(site, lang), manifest(site, lang, colours["brand"], colours["paper"])
    if lang == site.handbook.settings.default:
        yield from icons((theme / DRAWING).read_text("utf-8"), colours["brand"])


def file_lists(site: Site, lang: str, built: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the lists, from the files that stand in `built`; help in an emergency comes first."""
    addresses, settings = site.addresses, site.handbook.settings
    roots = [addresses.root(other) for other in site.handbook.languages]
    root = addresses.root(lang)
    first = [addresses.page(lang, name) for name in ("index", playbook_name(settings.emergency_playbook), "offline")]
    files = {}
    for folder in (built / root, built / "search" / lang):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(built).as_posix()
            if is_shared(name) or belongs_to(name, root, lang, roots):
                files[name] = path.read_bytes()
    yield from lists(files, lang, root, roots, first, shared=lang == settings.default)
