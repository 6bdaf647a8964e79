"""Files that stand, are called or refer to each other as they should not."""

from __future__ import annotations

from case import HEAD, Case, page, replaced, whole

GOOD = HEAD + "Tere.\n"
PATHS = {
    "climbing": "docs/et/playbooks/../../../evil.md",
    "dots": "docs/et/playbooks/...md",
    "hidden-name": "docs/et/playbooks/-x.md",
    "space": "docs/et/playbooks/a b.md",
    "capitals": "docs/et/playbooks/Greet-a-guest.md",
    "same-but-for-case": "docs/et/playbooks/GREET-A-GUEST.MD",
    "letters": "docs/et/playbooks/tervita-külalist.md",
    "newline": "docs/et/playbooks/a\nb.md",
    "workflow-command": "docs/et/playbooks/a\n::error::owned.md",
    "terminal-code": "docs/et/playbooks/a\x1b[2J.md",
    "percent": "docs/et/playbooks/a%2e%2e.md",
    "question": "docs/et/playbooks/a?b#c.md",
    "quote": "docs/et/playbooks/a\"onclick='x.md",
    "angle": "docs/et/playbooks/<script>.md",
    "windows-device": "docs/et/playbooks/con.md",
    "index": "docs/et/playbooks/index.md",
    "deep": "docs/et/playbooks/" + "a/" * 60 + "b.md",
    "long": "docs/et/playbooks/" + "a" * 250 + ".md",
    "in-a-playbook": "docs/et/playbooks/greet-a-guest/more.md",
    "generated-checklist": "docs/et/checklists/greet-a-guest.md",
    "generated-glossary": "docs/et/glossary.md",
    "generated-sources": "docs/et/sources.md",
    "generated-offline": "docs/et/offline.md",
    "not-found-page": "docs/et/404.md",
    "search-page": "docs/et/search.md",
    "playbooks-page": "docs/et/playbooks.md",
    "other-language": "docs/xx/index.md",
    "no-language": "docs/index.md",
    "language-that-climbs": "docs/../index.md",
    "readme": "docs/et/README.md",
    "html": "docs/et/evil.html",
    "script": "docs/et/evil.js",
    "template": "docs/et/evil.html.j2",
    "python": "docs/et/evil.py",
    "yaml-beside": "glossary/guest.yaml",
    "concept-in-a-folder": "glossary/a/b.yml",
    "concept-with-capitals": "glossary/Guest.yml",
    "concept-without-name": "glossary/.yml",
    "source-called-claims": "sources/Claims.yml",
    "lock-of-nothing": "translations/fa/playbooks/nothing.lock",
    "lock-of-no-language": "translations/xx/playbooks/greet-a-guest.lock",
    "lock-without-folder": "translations/x.lock",
    "lock-with-another-ending": "translations/fa/playbooks/greet-a-guest.lock.orig",
    "rules-of-no-language": "rules/xx.yml",
}
LINE = "0123456789.abcd 9876543210 2026-11-21"
LOCKS = {
    "conflict": f"<<<<<<< HEAD\nlook {LINE}\n=======\nlook {LINE}\n>>>>>>> other\n",
    "twice": f"look {LINE}\n\nlook {LINE}\n",
    "of-blocks-that-are-none": f"nothing {LINE}\n",
    "short-hash": "look 0123.abcd 9876 2026-11-21\n",
    "capital-hash": f"look {LINE.upper()}\n",
    "date-that-is-none": "look 0123456789.abcd 9876543210 2026-02-30\n",
    "date-in-other-digits": "look 0123456789.abcd 9876543210 ۲۰۲۶-۱۱-۲۱\n",
    "key-that-climbs": f"../../etc/passwd {LINE}\n",
    "key-of-markup": f"<script> {LINE}\n",
    "why-of-markup": f"look {LINE} # <script>xss()</script>\n",
    "slashes": f"a/b/c/d/e {LINE}\n",
    "thousands": "".join(f"k{n} {LINE}\n" for n in range(7_000)),
    "nul": f"look\0 {LINE}\n",
    "windows-line-ends": f"look {LINE}\r\n",
    "empty": "",
    "no-last-newline": f"look {LINE}",
    "long-line": "a" * 300_000,
}
GLOSSARY = {
    "related-to-itself": "related: [guest]\n",
    "related-to-nothing": "related: [nothing]\n",
    "related-to-a-path": "related: [../guest]\n",
    "source-of-nothing": "sources: [nothing]\n",
    "pos-of-nothing": "pos: particle\n",
}
TERM = "pos: noun\nlanguages:\n  et: {{preferred: '{0}', definition: a}}\n  fa: {{preferred: '{0}', definition: a}}\n"
REGULAR = (".*", "(a+)+$", "[", "\\", "a|b", "^", "(?R)", "x" * 3_000)
REGISTER = {
    "point-of-another-source": "  other-001: {place: a, gist: b}\n",
    "point-without-number": "  menu-x: {place: a, gist: b}\n",
    "point-of-nothing": "  menu-009: {}\n",
    "points-by-thousands": "".join(f"  menu-{n}: {{place: a, gist: b, waived: c}}\n" for n in range(1000, 6000)),
    "point-of-a-number": "  7: {place: a, gist: b}\n",
}
CLAIMS = {
    "amount-not-a-number": ("[5, 10]", "[five]"),
    "amount-of-three": ("[5, 10]", "[1, 2, 3]"),
    "amount-infinite": ("[5, 10]", "[Infinity]"),
    "amount-nan": ("[5, 10]", "[nan]"),
    "amount-enormous": ("[5, 10]", "[1e999999999]"),
    "amount-tiny": ("[5, 10]", "[1e-999999999]"),
    "amount-of-many-digits": ("[5, 10]", "[0." + "3" * 3_000 + "]"),
    "amount-below-nothing": ("[5, 10]", "[-5]"),
    "amount-reversed": ("[5, 10]", "[10, 5]"),
    "amount-in-other-digits": ("[5, 10]", "[۵]"),
    "amount-of-none": ("[5, 10]", "[]"),
    "unit-of-nothing": ("minutes", "parsecs"),
    "point-of-nothing": ("menu-003", "menu-999"),
    "status-of-nothing": ("rule-of-thumb", "truth"),
    "language-of-nothing": ("fa:", "xx:"),
}
RULES = {
    "unknown-key": "evil: 1\n",
    "number-of-no-number": "numbers: {x: [yks]}\n",
    "number-enormous": 'numbers:\n  ? "' + ("9" * 3_000 + "\\\n") * 2 + '"\n  : [yks]\n',
    "unit-of-nothing": "units: {parsec: [parsek]}\n",
    "form-of-nothing": "forms: {shout: {first_not: [a]}}\n",
    "words-of-patterns": "numbers: {'1': ['(a+)+$', '[', '.*']}\nchains: ['(x+x+)+y', '\\']\n",
    "chains-empty": "chains: ['']\n",
}
SETTINGS = {
    "no-language": ("languages:\n  et:", "languages: {}\nx:\n  et:"),
    "language-that-climbs": ("  et:\n    name", "  ../et:\n    name"),
    "locale-of-nothing": ("et_EE", "xx_XX"),
    "locale-that-climbs": ("et_EE", "../../etc"),
    "locale-of-another-kind": ("et_EE", "et_Latn_EE_POSIX"),
    "direction-of-nothing": ("rtl", "upwards"),
    "two-quotes": ("[„, “, „, “]", "[„, “]"),
    "no-quotes": ("[„, “, „, “]", "[]"),
    "icon-that-climbs": ("icon: door", "icon: ../../evil"),
    "icon-of-nothing": ("icon: door", "icon: nothing"),
    "currency-of-nothing": ("currency: IRR", "currency: <b>"),
    "characters-all-allowed": ("[U+200C]", "[U+0000, U+202E, U+XXXX, '*']"),
    "pattern-of-nothing": ("locale: et_EE", "locale: et_EE\n    date: \"'''\""),
    "number-pattern-of-nothing": ("locale: et_EE", 'locale: et_EE\n    decimal: "abc;;#,#.#.#"'),
    "percent-pattern-of-nothing": ("locale: et_EE", 'locale: et_EE\n    percent: "%%%%"'),
    "emergency-of-nothing": ("emergency_policy: emergency", "emergency_policy: nothing"),
    "emergency-page-of-nothing": ("stay-safe", "nothing"),
    "report-by-script": ("emergency_policy", "report_url: javascript:alert(1)\nemergency_policy"),
    "report-by-data": ("emergency_policy", "report_url: data:text/html,x\nemergency_policy"),
    "source-by-script": ("emergency_policy", "source_url: javascript:alert(1)\nemergency_policy"),
    "shift-of-no-hours": ("emergency_policy", "shift_hours: -1\nemergency_policy"),
    "shift-of-many-digits": ("emergency_policy", "shift_hours: " + "9" * 5_000 + "\nemergency_policy"),
    "price-of-many-digits": ("currency: IRR", "currency: IRR\n    sample_price: " + "9" * 4_000),
    "title-of-one-language": ("title: {et: Kohviku käsiraamat, fa: راهنمای کافه}", "title: {et: Kohviku käsiraamat}"),
    "title-of-a-third-language": ("title: {et", "title: {xx: a, et"),
    "situation-without-name": ("    name: {et: Külaline tuleb, fa: مهمان می‌آید}\n", ""),
}
TWIN = "docs/fa/playbooks/greet-a-guest.md"
TWINS = {
    "step-lost": ("{ #look }", "{ #lock }"),
    "heading-lost": ("{ #say }", "{ #says }"),
    "id-twice": ("{ #say-hello }", "{ #look }"),
    "original-twice": ("translated_from: et\n", ""),
    "from-itself": ("translated_from: et", "translated_from: fa"),
    "situation-changed": ("situation: guest", "situation: other"),
    "checklist-changed": ("checklist: read-do", "checklist: none"),
    "empty": ("{", "} {"),
}


def cases() -> list[Case]:
    found = [whole(f"path-{name}", path, GOOD) for name, path in PATHS.items()]
    lock = "translations/fa/playbooks/greet-a-guest.lock"
    found += [whole(f"lock-{name}", lock, text) for name, text in LOCKS.items()]
    found += [
        Case(f"glossary-{name}", {"glossary/guest.yml": lambda old, new=text: _with(old, new)}) for name, text in GLOSSARY.items()
    ]
    found += [
        whole(f"term-like-a-pattern-{number}", f"glossary/pattern-{number}.yml", TERM.format(text))
        for number, text in enumerate(REGULAR)
    ]
    found += [Case(f"register-{name}", {"sources/menu.yml": lambda old, new=text: old + new}) for name, text in REGISTER.items()]
    found += [replaced(f"claim-{name}", "sources/claims.yml", *pair) for name, pair in CLAIMS.items()]
    found += [whole(f"rules-{name}", "rules/et.yml", text) for name, text in RULES.items()]
    found += [replaced(f"settings-{name}", "handbook.yml", *pair) for name, pair in SETTINGS.items()]
    found += [replaced(f"twin-{name}", TWIN, *pair) for name, pair in TWINS.items()]
    found.append(page("cites-itself", "Tere. [@cites-itself]\n"))
    found.append(page("cites-a-path", "Tere. [@../../etc]\n"))
    found.append(page("names-a-concept-that-is-none", "Tere [külaline][nothing].\n"))
    found.append(page("names-a-concept-by-path", "Tere [külaline][../guest].\n"))
    found.append(whole("two-playbooks-of-one-slug", "docs/et/playbooks/other/greet-a-guest.md", GOOD))
    return found


def _with(old: str, new: str) -> str:
    """The concept with another value of one key."""
    key = new.partition(":")[0]
    return "".join(line for line in old.splitlines(keepends=True) if not line.startswith(f"{key}:")) + new
