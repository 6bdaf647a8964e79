"""A site in, what makes each language an app that can be installed out: its manifest."""

from __future__ import annotations

import json

from handbook.addresses import playbook_name
from handbook.site import Site

ICONS = {
    "assets/icons/app-192.png": (192, "any"),
    "assets/icons/app-512.png": (512, "any"),
    "assets/icons/app-maskable.png": (512, "maskable"),
}
"""Address → side in pixels, purpose. A maskable icon may be cut to a circle of 80 % of its side (W3C Web App Manifest)."""
TOUCH_ICON = "assets/icons/app-180.png"
"""What Apple's devices ask for: without transparent corners."""
TOUCH_SIDE = 180


def manifest_url(site: Site, lang: str) -> str:
    """Address of a language's manifest."""
    return f"{site.addresses.root(lang)}manifest.json"


def manifest(site: Site, lang: str, brand: str, paper: str) -> bytes:
    """The manifest as JSON; colours as `#rrggbb`. Its scope is the whole handbook: switching languages stays in the app."""
    settings, addresses, t = site.handbook.settings, site.addresses, site.locales[lang].t
    here = manifest_url(site, lang)

    def to(url: str) -> str:
        return addresses.relative(url, here)

    shortcuts = [(t("Checklists"), addresses.page(lang, "checklists/index"))]
    if settings.emergency_playbook in site.handbook.playbooks:
        shortcuts.insert(0, (t("Threat?"), addresses.page(lang, playbook_name(settings.emergency_playbook))))
    facts = {
        "name": settings.title[lang],
        "description": settings.description[lang],
        "lang": site.handbook.languages[lang].locale.replace("_", "-"),
        "dir": site.handbook.languages[lang].direction,
        "start_url": to(addresses.page(lang, "index")),
        "scope": to(""),
        "display": "standalone",
        "theme_color": brand,
        "background_color": paper,
        "icons": [
            {"src": to(addresses.asset(url)), "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for url, (side, purpose) in ICONS.items()
        ],
        "shortcuts": [{"name": name, "url": to(url)} for name, url in shortcuts],
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
