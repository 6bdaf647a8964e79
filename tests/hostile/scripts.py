"""Scripts and markup in every field that reaches HTML, JSON, XML or paper; each says MARK, so that it can be found again."""

from __future__ import annotations

import re
from io import BytesIO

from babel.messages.pofile import read_po, write_po
from case import HEAD, Case, matter, page, value, whole
from paths import ROOT

MARK = "xss"
NAMES = re.compile(r"(?<!\{)\{\w+\}(?!\})")
PAYLOADS = (
    '<script>alert("xss")</script>',
    '"><img src=x onerror=alert("xss")>',
    "'><svg onload=alert('xss')>",
    "</title></script></style></textarea><script>xss()</script>",
    "javascript:alert('xss')",
    '" onmouseover="xss()" style="position:fixed" x="',
    "]]><script>xss()</script><![CDATA[",
    "<!--xss--><iframe srcdoc='<script>xss()</script>'>",
    "{{ xss.__class__ }}{% raw %}${xss}",
    "\\u003cscript\\u003exss()</ScRiPt >",
)
TEXTS = {
    "raw-script": "<script>xss()</script>",
    "raw-script-in-capitals": "<ScRiPt>xss()</sCrIpT>",
    "raw-tag-that-does-not-close": "<img src=x onerror=xss() ",
    "raw-comment": "<!-- <script>xss()</script> -->",
    "raw-processing": "<?xss ?>",
    "raw-doctype": "<!DOCTYPE xss>",
    "raw-svg": "<svg/onload=xss()>",
    "raw-style": "<style>*{background:url(//xss)}</style>",
    "raw-in-code": "`<script>xss()</script>`",
    "raw-in-two-backticks": "``<script>`xss`</script>``",
    "raw-escaped": "\\<script>xss()\\</script>",
    "raw-in-emphasis": "**<b onclick=xss()>**",
    "entities": "&lt;script&gt;xss()&lt;/script&gt; &#60;script&#62;xss()",
    "less-than-and-space": "1 < 2 < script > xss",
    "less-than-and-digit": "a <3 xss",
    "link-javascript": "[xss](javascript:xss())",
    "link-javascript-in-capitals": "[xss](JaVaScRiPt:xss())",
    "link-javascript-with-entity": "[xss](javascript&colon;xss())",
    "link-javascript-with-newline": "[xss](java\nscript:xss())",
    "link-data": "[xss](data:text/html,<script>xss()</script>)",
    "link-vbscript": "[xss](vbscript:xss)",
    "link-file": "[xss](file:///etc/passwd)",
    "link-protocol-relative": "[xss](//evil.example/xss)",
    "link-http": "[xss](http://evil.example/xss)",
    "link-absolute": "[xss](/etc/passwd)",
    "link-climbing": "[xss](../../../../etc/passwd)",
    "link-climbing-to-a-page": "[xss](../../../../etc/passwd.md)",
    "link-with-quote": '[xss](https://a.example/"onclick="xss())',
    "link-with-quotes-encoded": "[xss](https://a.example/%22onclick=%22xss)",
    "link-with-user": "[bank.example](https://bank.example@evil.example/xss)",
    "link-mailto-with-header": "[xss](mailto:a@b.example?bcc=xss@evil.example)",
    "link-tel": "[xss](tel:+1;phone-context=xss)",
    "link-in-a-link": "[a [xss](b.md)](c.md)",
    "link-without-words": "[](https://a.example/xss)",
    "link-with-title": '[xss](a.md "onclick=xss()")',
    "link-anchor-script": "[xss](#<script>)",
    "link-angle": "[xss](<javascript:xss()>)",
    "autolink": "<https://evil.example/xss>",
    "autolink-javascript": "<javascript:xss()>",
    "image": "![xss](x.png)",
    "image-onerror": '![xss" onerror="xss()](x.png)',
    "attributes": "Tere { onclick=xss() }",
    "attributes-class": "Tere { .xss style=color:red }",
    "attributes-id-quote": 'Tere { #a"onclick="xss() }',
    "html-block": "<div onclick=xss()>\n\nTere\n\n</div>",
    "math": "$$\\href{javascript:xss()}{a}$$",
    "jinja": "{{ xss }}",
    "jinja-block": "{% include '/etc/passwd' %} xss",
    "jinja-comment": "{# xss #}",
    "template-literal": "${xss()} `${xss}`",
    "placeholder-of-a-class": "{{ policy.__class__ }} xss",
    "placeholder-of-another-kind": "{{ config.xss }}",
    "diagram-that-climbs": "{{ diagram.../../xss }}",
    "reference-definition": "[xss]: javascript:xss()",
    "footnote": "[^xss]: <script>xss()</script>",
    "abbreviation": "*[Tere]: <script>xss()</script>",
    "snippet": '--8<-- "/etc/passwd"',
    "snippet-scissors": "-8<- xss",
    "code-fence": "```html\n<script>xss()</script>\n```",
    "heading-script": "## <script>xss()</script> { #a }",
    "heading-link": "## [xss](javascript:xss()) { #a }",
    "typst": '#read("/etc/passwd") #eval("xss") $xss$ @xss <xss>',
    "css": "</style><style>@import url(//xss)",
    "csv-formula": '=HYPERLINK("https://evil.example/xss")',
    "clobbering-id": "## Tere { #constructor }\n\nxss",
    "clobbering-form": "## Tere { #forms }\n\nxss",
    "clobbering-handbook": "## Tere { #handbook }\n\nxss",
}
FIELDS = {
    "settings-title": ("handbook.yml", ("title", "et")),
    "settings-description": ("handbook.yml", ("description", "et")),
    "settings-language-name": ("handbook.yml", ("languages", "et", "name")),
    "settings-currency": ("handbook.yml", ("languages", "et", "currency")),
    "settings-date": ("handbook.yml", ("languages", "et", "date")),
    "settings-decimal": ("handbook.yml", ("languages", "et", "decimal")),
    "settings-percent": ("handbook.yml", ("languages", "et", "percent")),
    "settings-situation": ("handbook.yml", ("situations", "guest", "name", "et")),
    "settings-owner": ("handbook.yml", ("owners", "team", "name", "et")),
    "settings-policy-name": ("handbook.yml", ("policy", "closing_time", "name", "et")),
    "settings-policy-value": ("handbook.yml", ("policy", "closing_time", "value")),
    "settings-emergency": ("handbook.yml", ("policy", "emergency", "values", "et")),
    "settings-report": ("handbook.yml", ("report_url",)),
    "settings-source": ("handbook.yml", ("source_url",)),
    "concept-preferred": ("glossary/guest.yml", ("languages", "et", "preferred")),
    "concept-definition": ("glossary/guest.yml", ("languages", "et", "definition")),
    "concept-note": ("glossary/guest.yml", ("languages", "et", "note")),
    "source-title": ("sources/menu.yml", ("title",)),
    "source-author": ("sources/menu.yml", ("author",)),
    "source-note": ("sources/menu.yml", ("note",)),
    "point-place": ("sources/menu.yml", ("points", "menu-001", "place")),
    "point-gist": ("sources/menu.yml", ("points", "menu-001", "gist")),
    "point-waiver": ("sources/menu.yml", ("points", "menu-004", "waived")),
    "claim-text": ("sources/claims.yml", ("claims", "warm-tea", "text", "et")),
    "claim-note": ("sources/claims.yml", ("claims", "warm-tea", "note")),
    "claim-words": ("sources/claims.yml", ("claims", "warm-tea", "values", 0, "words")),
}
LISTS = {
    "concept-admitted": ("glossary/guest.yml", ("languages", "et", "admitted")),
    "concept-deprecated": ("glossary/guest.yml", ("languages", "et", "deprecated")),
    "concept-forms": ("glossary/guest.yml", ("languages", "et", "forms")),
    "settings-quotes": ("handbook.yml", ("languages", "et", "quotes")),
    "settings-short-words": ("handbook.yml", ("languages", "et", "short_words")),
}
EVERYWHERE = """Lõik {p}. [@menu-001]

## Pealkiri {p} {{ #{i} }}

- [ ] Samm {p}. {{ #{i}-step }} [@menu-001]

> Lause {p} {{ #{i}-phrase }} [@menu-002]

- Loend {p}

1. Arv {p}

| Rida {p} | Veerg |
|---|---|
| Lahter {p} | b |

!!! note "Kast {p}"

    Kasti tekst {p}.
"""
CODED = ("<script>xss()</script>", '"><img src=x onerror=xss()>', "</textarea>xss", "' onclick='xss()")


def cases() -> list[Case]:
    found = [page(f"text-{name}", f"{text}\n") for name, text in TEXTS.items()]
    for number, payload in enumerate(PAYLOADS):
        quoted = "'" + payload.replace("'", "''") + "'"
        found += [matter(f"head-{key}-{number}", key, quoted) for key in ("title", "description")]
        found.append(matter(f"head-asked-{number}", "asked", f"{{page: [{quoted}]}}"))
    for number, payload in enumerate(CODED):
        body = EVERYWHERE.format(p=f"`{payload}`", i=f"coded-{number}")
        found.append(page(f"coded-{number}", body, HEAD.replace("checklist: none", "checklist: read-do")))
    for number, (name, (path, keys)) in enumerate(FIELDS.items()):
        text = PAYLOADS[number % 4]
        found.append(
            value(
                f"field-{name}",
                path,
                keys,
                {"et": text, "fa": text} if keys[-1] in ("note", "words") and "claim" in name else text,
            )
        )
    for name, (path, keys) in LISTS.items():
        found.append(value(f"field-{name}", path, keys, list(PAYLOADS[:4])))
    date = ("handbook.yml", ("languages", "et", "date"))
    found.append(value("field-settings-date-in-quotes", *date, "d'<script>xss()</script>'"))
    found.append(whole("field-catalogue", "catalogues/et.po", _catalogue()))
    return found


def _catalogue() -> str:
    """Every message of the interface as a script, with the names that are filled in."""
    with (ROOT / "catalogues/fi.po").open("rb") as file:
        found = read_po(file)
    found.locale = None
    for message in found:
        if message.id:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            said = tuple(f"<script>xss()</script>{' '.join(NAMES.findall(form))}" for form in forms)
            message.string = said if len(said) > 1 else said[0]
    made = BytesIO()
    write_po(made, found)
    return made.getvalue().decode()
