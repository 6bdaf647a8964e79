"""Encodings, characters and sizes that no editor means to send."""

from __future__ import annotations

from case import HEAD, Case, page, whole

CHARACTERS = {
    "nul": "\0",
    "bell": "\a",
    "escape-sequence": "\x1b[2J\x1b]0;owned\a",
    "backspace": "\b",
    "vertical-tab": "\v",
    "form-feed": "\f",
    "delete": "\x7f",
    "next-line": "\x85",
    "c1-control": "\x9b31m",
    "soft-hyphen": "\u00ad",
    "zero-width-space": "\u200b",
    "zero-width-joiner": "\u200d",
    "word-joiner": "\u2060",
    "no-break-byte-order-mark": "\ufeff",
    "left-to-right-mark": "\u200e",
    "right-to-left-override": "\u202e",
    "isolate-that-is-not-closed": "\u2067",
    "arabic-letter-mark": "\u061c",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
    "interlinear-annotation": "\ufff9x\ufffa",
    "object-replacement": "\ufffc",
    "replacement-character": "\ufffd",
    "private-use": "\ue000",
    "noncharacter": "\uffff",
    "noncharacter-of-a-higher-plane": "\U0001ffff",
    "unassigned": "\u0378",
    "tag-characters": "\U000e0041\U000e007f",
    "variation-selector": "a\ufe0f",
    "combining-marks-300": "a" + "\u0301" * 300,
    "decomposed-letter": "o\u0308",
    "hangul-filler": "\u3164",
    "braille-blank": "\u2800",
    "ogham-space": "\u1680",
    "ideographic-space": "\u3000",
    "fullwidth-script": "＜script＞alert(1)＜/script＞",
    "mathematical-letters": "𝓽𝓮𝓻𝓮",
    "emoji-family": "👨\u200d👩\u200d👧",
    "flag-that-is-cut": "🇫",
    "cyrillic-look-alike": "tervе",
    "greek-look-alike": "tervε",
    "digits-of-six-scripts": "1２٣۴५๖",
    "superscript-digits": "²³ ½ ⅷ",
    "ligature": "ﬁ ﬆ ĳ",
    "dotless-i": "ı İ i̇",
    "sharp-s": "STRAẞE ß",
    "tab": "\t",
    "carriage-return": "a\rb",
}
BYTES = {
    "utf-16-le": "\ufeff" + HEAD,
    "latin-1": b"\xe4\xf6\xfc\n",
    "overlong-slash": b"\xc0\xaf\n",
    "overlong-nul": b"\xc0\x80\n",
    "lone-surrogate": b"\xed\xa0\x80\n",
    "beyond-unicode": b"\xf4\x90\x80\x80\n",
    "cut-sequence": "ä".encode()[:1],
    "continuation-alone": b"\x80\n",
    "five-byte-sequence": b"\xf8\x88\x80\x80\x80\n",
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00\x00\x00\x00\x00",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}
FILES = {
    "empty-file": b"",
    "one-newline": b"\n",
    "byte-order-mark": b"\xef\xbb\xbf" + HEAD.encode(),
    "utf-16": ("\ufeff" + HEAD).encode("utf-16-le"),
    "utf-32": HEAD.encode("utf-32"),
    "windows-line-ends": (HEAD + "Tere.\n\n## A { #a }\n\nKena.\n").replace("\n", "\r\n").encode(),
    "old-mac-line-ends": (HEAD + "Tere.\n").replace("\n", "\r").encode(),
    "five-megabytes": HEAD.encode() + b"Tere. " * 900_000,
    "nine-megabytes": HEAD.encode() + b"Tere.\n" * 1_500_000,
    "four-hundred-thousand-nuls": b"\0" * 399_999,
    "random-bytes": bytes((n * 7919 + n // 3) % 256 for n in range(100_000)),
    "front-matter-only": HEAD.encode(),
    "no-last-newline": HEAD.encode() + b"Tere.",
}


def cases() -> list[Case]:
    found = [page(f"character-{name}", f"Tere {text} tere.\n") for name, text in CHARACTERS.items()]
    found += [page(f"bytes-{name}", text) for name, text in BYTES.items()]
    found += [whole(f"file-{name}", f"docs/et/playbooks/file-{name}.md", text) for name, text in FILES.items()]
    return found
