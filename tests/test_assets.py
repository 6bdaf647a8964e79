"""A handbook's own files in the place of the theme's: what can't be used ends the build with one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook_build.build import BuildError, build_site

STYLE = "assets/stylesheets/handbook.css"
DRAWING = "assets/icons/icon.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
DRAWN = "put a whole SVG in its place that needs no other file"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (STYLE, b"a {}\n/* \xe4 */", ":2 is not UTF-8: save the file as UTF-8"),
        (DRAWING, b"<!-- \xe4 -->", ":1 is not UTF-8: save the file as UTF-8"),
        (DRAWING, b"<svg", f" can’t be drawn (failed to parse SVG (missing root node at 1:1)): {DRAWN}"),
        (
            DRAWING,
            f'{SVG}<image href="/abs.png" width="5" height="5"/></svg>'.encode(),
            f" can’t be drawn (failed to load linked image /abs.png in SVG (absolute paths are not allowed)): {DRAWN}",
        ),
    ],
)
def test_a_file_that_can_not_be_used_is_told(name: str, data: bytes, told: str, project: Path, tmp_path: Path) -> None:
    own = project / "docs" / name
    own.parent.mkdir(parents=True)
    own.write_bytes(data)
    with pytest.raises(BuildError) as caught:
        build_site(project, tmp_path / "site", lambda text: None)
    assert str(caught.value) == f"{own}{told}"


@pytest.mark.parametrize("body", ["\0", "&a;", '<image href="../../x.png" width="5" height="5"/>'])
def test_a_drawing_that_is_none_is_told_on_one_line(body: str, project: Path, tmp_path: Path) -> None:
    own = project / "docs" / DRAWING
    own.parent.mkdir(parents=True)
    own.write_text(f"{SVG}{body}</svg>", "utf-8")
    with pytest.raises(BuildError) as caught:
        build_site(project, tmp_path / "site", lambda text: None)
    assert str(caught.value).startswith(f"{own} can’t be drawn (")
    assert str(caught.value).endswith(f"): {DRAWN}")
    assert "\n" not in str(caught.value)
