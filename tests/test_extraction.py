"""What of a template goes into the catalogues."""

from __future__ import annotations

from io import BytesIO

from handbook.extraction import templates

TEMPLATE = """{{ voice.t("Yes") }}
{{ t("No", name=name) }} {{ t(name) }} {{ other("Maybe") }}
{{ voice.n("{count} page", "{count} pages", 2) }} {{ voice.n("{count} page") }}
"""


def test_messages_of_a_template() -> None:
    assert list(templates(BytesIO(TEMPLATE.encode()), None, None, None)) == [
        (1, "gettext", "Yes", []),
        (2, "gettext", "No", []),
        (3, "ngettext", ("{count} page", "{count} pages"), []),
    ]
