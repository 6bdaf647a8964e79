"""A query in, the results that a page would show out: the site's own JavaScript, run without a browser."""

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from handbook.bundle import bundle
from handbook.recall import Recall, key_of
from handbook.search.index import folder

ENGINE = Path("overrides/search")
ENTRY = "api.js"
ENGINE_ADDRESS = "assets/javascripts/search.js"


def script(project: Path, recall: Recall | None = None) -> bytes:
    """The engine, its API and its worker in one classic script."""
    modules = {path.name: path.read_text("utf-8") for path in sorted((project / ENGINE).glob("*.js"))}
    made: bytes = (recall or Recall())(key_of("engine", modules), lambda: bundle(ENTRY, modules).encode())
    return made


class Terminal:
    """One language's index, from files beneath a site's root (path → content). Close it, or use it in a `with`."""

    def __init__(self, engine: bytes, files: Mapping[str, bytes], lang: str) -> None:
        own = (path for path in files if path.startswith(folder(lang)))
        self._files = {path.rpartition("/")[2].removesuffix(".js"): files[path] for path in own}
        self.loaded: dict[str, int] = {}
        """Shards read so far, with their bytes."""
        self._context: Any = import_module("py_mini_racer").MiniRacer()
        self._context.eval(engine.decode())
        self._context.eval(f"const engine = handbook.searchEngine({self._shard('core')})")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self._context.close()

    def search(self, text: str, limit: int = 10) -> list[dict[str, Any]]:
        """The hits of `overrides/search/types.js`, best first."""
        hits: list[dict[str, Any]] = self._answer(f"engine.search({json.dumps(text)}, {limit})")["hits"]
        return hits

    def suggest(self, text: str, limit: int = 10) -> dict[str, Any]:
        return self._answer(f"handbook.suggestions({json.dumps(text)}, engine, {limit})")

    def value(self, expression: str) -> Any:
        """What a JavaScript expression over `engine` and `handbook` gives, for tests."""
        return json.loads(self._context.eval(f"JSON.stringify({expression})"))

    def _answer(self, call: str) -> dict[str, Any]:
        while True:
            answer: dict[str, Any] = self.value(call)
            if "need" not in answer:
                return answer
            for name in answer["need"]:
                self._context.eval(f"engine.provide({json.dumps(name)}, {self._shard(name)})")

    def _shard(self, name: str) -> str:
        content = self._files[name]
        self.loaded[name] = len(content)
        text = content.decode()
        return text[text.index(",", text.index(",") + 1) + 1 : text.rindex(")")]
