"""The site's security policy in: headers for its server, and the meta tag of its pages, out."""

from __future__ import annotations

from collections.abc import Iterator

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
    ("Cache-Control", "no-cache"),
)
"""`no-cache`: kept, but asked for again; without it browsers guess, and show a renamed or mended page as it was."""


def outputs() -> Iterator[tuple[str, bytes]]:
    """(path under the site's root, contents): `_headers` for Netlify and Cloudflare Pages, a snippet for nginx."""
    yield "_headers", ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS)).encode()
    yield "nginx-headers.conf", nginx().encode()


def nginx() -> str:
    """To be included in the `server` block that serves the site."""
    lines = [
        "# Service Handbook: include this file in the server block that serves the site.",
        "error_page 404 /404.html;",
        "location ~ /(_headers|nginx-headers\\.conf)$ { return 404; }",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS),
    ]
    return "\n".join(lines) + "\n"


def in_page(site_url: str) -> str:
    """The policy of the meta tag; empty in a local preview, whose live reload is an inline script."""
    return "" if site_url.startswith("http://") else POLICY
