"""What a workflow tells GitHub through its own command `gh`: a comment, labels, an issue. Each is updated, never repeated."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

LONGEST = 60_000
"""Characters; GitHub refuses comments of more than 65,536."""
LABEL = "lang: "
OF_LANGUAGE = re.compile(r"(?:docs|translations)/([^/]+)/|(?:catalogues|rules|words)/([^/.]+)\.")

Run = Callable[[Sequence[str], str], str]
"""Words of a `gh` command and its input → its output. Raises GitHubError."""


class GitHubError(Exception):
    """`gh` failed; the text says why."""


def gh(words: Sequence[str], given: str = "") -> str:
    """Runs `gh`, which finds its token in GH_TOKEN."""
    try:
        made = subprocess.run(["gh", *words], input=given, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as error:
        raise GitHubError(f"gh can’t be run ({error.strerror})") from None
    if made.returncode:
        raise GitHubError(made.stderr.strip() or "gh failed")
    return made.stdout


def languages_of(paths: Iterable[str], known: Iterable[str]) -> set[str]:
    """The languages that changed files belong to."""
    found = (match[1] or match[2] for path in paths if (match := OF_LANGUAGE.match(path)))
    return set(found) & set(known)


class Repository(NamedTuple):
    """One on GitHub, by its `owner/name`."""

    name: str
    run: Run = gh

    def head(self, pull: int) -> str:
        """The commit that a pull request proposes."""
        return str(self._get(f"pulls/{pull}")["head"]["sha"])

    def comment(self, pull: int, mark: str, text: str) -> None:
        """The one comment of a bot that begins with `mark` now says `text`."""
        ours = (one for one in self._list(f"issues/{pull}/comments") if one["body"].startswith(mark) and _is_bot(one))
        old = next(ours, None)
        path, method = (f"issues/comments/{old['id']}", "PATCH") if old else (f"issues/{pull}/comments", "POST")
        self._send(method, path, {"body": text[:LONGEST]})

    def label(self, pull: int, known: Iterable[str]) -> None:
        """The pull request carries `lang: xx` for the languages that it touches, and for no other."""
        wanted = {LABEL + lang for lang in languages_of((row["filename"] for row in self._list(f"pulls/{pull}/files")), known)}
        present = {row["name"] for row in self._list(f"issues/{pull}/labels") if row["name"].startswith(LABEL)}
        if wanted - present:
            self._send("POST", f"issues/{pull}/labels", {"labels": sorted(wanted - present)})
        for name in sorted(present - wanted):
            self.run(["api", "--method", "DELETE", f"repos/{self.name}/issues/{pull}/labels/{name.replace(' ', '%20')}"], "")

    def keep_issue(self, mark: str, title: str, text: str, labels: Sequence[str]) -> None:
        """The one open issue that begins with `mark` says `text`; without text it is closed."""
        found = self._list(f"issues?state=open&labels={labels[0].replace(' ', '%20')}")
        old = next((one for one in found if (one["body"] or "").startswith(mark) and _is_bot(one)), None)
        body = f"{mark}\n{text}"[:LONGEST]
        if old and text:
            self._send("PATCH", f"issues/{old['number']}", {"title": title, "body": body})
        elif old:
            self._send("PATCH", f"issues/{old['number']}", {"state": "closed"})
        elif text:
            self._send("POST", "issues", {"title": title, "body": body, "labels": list(labels)})

    def _get(self, path: str) -> Any:
        return json.loads(self.run(["api", f"repos/{self.name}/{path}"], ""))

    def _list(self, path: str) -> list[Any]:
        pages = json.loads(self.run(["api", "--paginate", "--slurp", f"repos/{self.name}/{path}"], ""))
        return [row for page in pages for row in page]

    def _send(self, method: str, path: str, value: dict[str, Any]) -> None:
        self.run(["api", "--method", method, f"repos/{self.name}/{path}", "--input", "-"], json.dumps(value))


def _is_bot(row: dict[str, Any]) -> bool:
    """Nobody else's words are overwritten."""
    return bool(row["user"]["type"] == "Bot")
