"""What tests need beyond Python: found, installed where that is simple (Debian, as root), or named with how to get it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"
"""Chromium without the rest of a browser: a page costs the tests a quarter of the time. Not every Debian or Ubuntu has it."""
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
DEBIAN = {
    "pdftotext": "poppler-utils",
    "hunspell-pl": "hunspell-pl",
    "hunspell-en-gb": "hunspell-en-gb",
    "hunspell-kk": "hunspell-kk",
    "python3-icu": "python3-icu",
    "hunspell": "hunspell",
    "libvoikko1": "libvoikko1",
    "voikko-fi": "voikko-fi",
}
FILES = {
    "hunspell-pl": "/usr/share/hunspell/pl_PL.dic",
    "hunspell-en-gb": "/usr/share/hunspell/en_GB.dic",
    "hunspell-kk": "/usr/share/hunspell/kk_KZ.dic",
    "python3-icu": "/usr/lib/python3/dist-packages/icu",
    "libvoikko1": "/usr/share/doc/libvoikko1/copyright",
    "voikko-fi": "/usr/lib/voikko/5/mor-standard/mor.vfst",
}


def browser() -> str | None:
    """Path of a Chromium or Chrome: HANDBOOK_BROWSER, the system's (its shell before all), or Playwright's own."""
    candidates = [os.environ.get("HANDBOOK_BROWSER"), *(shutil.which(name) for name in BROWSERS), MAC]
    return next((path for path in candidates if path and os.path.exists(path)), None) or _playwrights()


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Exception:
        return None
    return path if os.path.exists(path) else None


def missing() -> dict[str, str]:
    """What is not there → the Debian package that brings it."""
    gone = {name: package for name, package in DEBIAN.items() if not (os.path.exists(FILES.get(name, "")) or shutil.which(name))}
    return gone if browser() else {"chromium": "chromium", **gone}


def main() -> int:
    gone = missing()
    wanted = [*([] if shutil.which(SHELL) else [SHELL]), *gone.values()]
    if wanted and shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing for the tests:", ", ".join(wanted), flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        for package in (name for name in wanted if name != "chromium" or not browser()):
            subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], check=False, **quiet)
        gone = missing()
    for name, package in gone.items():
        print(f"Missing for some tests: {name}. Debian or Ubuntu: sudo apt-get install {package}.", file=sys.stderr)
    if "chromium" in gone:
        print(f"Or let Playwright bring its own browser: {sys.executable} -m playwright install chromium", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
