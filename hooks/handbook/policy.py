"""The site's security policy and paths in: headers for its server, and the meta tag of its pages, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote, urlsplit

from handbook.caching import ASK, FOR_EVER, rules
from handbook.hashed import HASHED

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'"
)
"""What a page may load and do. The meta tag carries it too, for servers that send no headers."""

HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)"),
)


def outputs(paths: Iterable[str], site_url: str = "") -> Iterator[tuple[str, bytes]]:
    """(path under the site's root, contents): `_headers` for Netlify, Cloudflare and others, a snippet for nginx.

    `paths` are those of the site, as `caching.rules` takes them; `site_url` tells in which folder of the host it stands.
    """
    kept = ((pattern, (("Cache-Control", value),)) for pattern, value in rules(paths))
    blocks = (_block(f"{escaped(site_url)}{pattern[1:]}", headers) for pattern, headers in (("/*", HEADERS), *kept))
    yield "_headers", "".join(blocks).encode()
    yield "nginx-headers.conf", nginx(place(site_url)).encode()


def _block(pattern: str, headers: Iterable[tuple[str, str]]) -> str:
    return f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in headers)


def place(site_url: str) -> str:
    """The site's folder on its host as nginx compares it: `/`, or `/handbook/`."""
    return unquote(urlsplit(site_url).path) or "/"


def escaped(site_url: str) -> str:
    """The same as `_headers` and `_redirects` write it, from the host’s root; `:` and `*` have a meaning there."""
    return quote(place(site_url))


def nginx(folder: str) -> str:
    """To be included in the `server` block that serves the site."""
    lines = [
        "# Service Handbook: include this file in the server block that serves the site.",
        f'error_page 404 "{folder}404.html";',
        f'error_page 403 =404 "{folder}404.html";  # a folder without a page of its own',
        "location ~ /(_headers|_redirects|nginx-\\w+\\.conf)$ { return 404; }",
        f'set $handbook_cache "{ASK}";',
        f'if ($uri ~ "/{HASHED.pattern}$") {{ set $handbook_cache "{FOR_EVER}"; }}',
        "add_header Cache-Control $handbook_cache always;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS),
    ]
    return "\n".join(lines) + "\n"


def in_page(site_url: str) -> str:
    """The policy of the meta tag; empty in a local preview, whose live reload is an inline script."""
    return "" if site_url.startswith("http://") else POLICY
