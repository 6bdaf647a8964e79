"""Links are ways from page to page, which hold wherever the site stands."""

from __future__ import annotations

import pytest

from handbook.addresses import Addresses


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("", "", "./"),
        ("", "fi/", "../"),
        ("fi/", "", "fi/"),
        ("fi/", "fi/", "./"),
        ("fi/", "fi/playbooks/pour-tea/", "../../"),
        ("fi/glossary/", "fi/playbooks/pour-tea/", "../../glossary/"),
        ("fi/playbooks/greet/", "fi/playbooks/pour-tea/", "../greet/"),
        ("fi/playbooks/pour-tea/", "fi/playbooks/pour-tea/", "./"),
        ("pl/playbooks/pour-tea/", "fi/playbooks/pour-tea/", "../../../pl/playbooks/pour-tea/"),
        ("playbooks/pour-tea/", "fi/playbooks/pour-tea/", "../../../playbooks/pour-tea/"),
        ("assets/a.css", "fi/playbooks/pour-tea/", "../../../assets/a.css"),
        ("fi/glossary/#guest", "fi/playbooks/pour-tea/", "../../glossary/#guest"),
        ("fi/glossary/#guest", "fi/glossary/", "#guest"),
        ("fi/index.html", "fi/playbooks/pour-tea/index.html", "../../index.html"),
        ("fi/glossary/index.html#guest", "fi/glossary/index.html", "#guest"),
        ("index.html", "index.html", "index.html"),
    ],
)
def test_ways_between_pages(target: str, page: str, way: str) -> None:
    assert Addresses("en").relative(target, page) == way
