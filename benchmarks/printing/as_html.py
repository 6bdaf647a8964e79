"""A sheet in, the same checklist as a web page for other engines out: same words, fonts, boxes and measures."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from pathlib import Path

from handbook.printing.runs import Run
from handbook.printing.sheet import Part, Sheet

STYLE = """
@font-face {{ font-family: H; font-weight: 400; src: url("{fonts}/HandbookSans-400.ttf") }}
@font-face {{ font-family: H; font-weight: 600; src: url("{fonts}/HandbookSans-600.ttf") }}
@font-face {{ font-family: B; src: url("{fonts}/boxes.ttf") }}
@page {{ size: A4; margin: 13mm 20mm 17mm; @bottom-right {{ content: counter(page) "/" counter(pages) }} }}
body {{ font: 12pt/1.35 H; margin: 0; color: #000 }}
h1 {{ font-size: 25pt; font-weight: 600; line-height: 1.1 }} h2 {{ font-size: 14pt; font-weight: 600; break-after: avoid }}
img {{ float: right; width: 25mm; image-rendering: pixelated }} ul {{ list-style: none; padding: 0 }}
li {{ break-inside: avoid; padding-left: 10mm; text-indent: -10mm; margin-bottom: 8pt }}
.box {{ font: 15pt B; margin-right: 5mm }}
aside {{ border: 1.6pt solid; padding: 10pt }} footer, header small {{ font-size: 8pt }}
"""


def as_html(sheet: Sheet, fonts: Path) -> str:
    picture = b64encode(bytes(sheet.qr)).decode()
    groups = "".join(
        f"<section><h2>{escape(group.title)}</h2>{''.join(map(_part, group.parts))}</section>" for group in sheet.groups
    )
    sources = " ".join(f'<span lang="{s.voice.lang}">{s.number} {escape(s.text)}</span>' for s in sheet.sources)
    return f"""<!DOCTYPE html>
<html lang="{sheet.voice.lang}">
<head><meta charset="utf-8"><title>{escape(sheet.title)}</title><style>{STYLE.format(fonts=fonts.as_uri())}</style></head>
<body>
<header>
<img src="data:image/png;base64,{picture}" alt="{escape(sheet.qr_alt)}">
<p>{escape(sheet.situation)}</p>
<h1>{escape(sheet.title)}</h1>
<p>{escape(sheet.description)}</p>
<p><b>{escape(sheet.use)}</b></p>
<small>{escape(sheet.scan)} <a href="{escape(sheet.url)}">{escape(sheet.link)}</a> {escape(" · ".join(sheet.facts))}</small>
</header>
<main>{groups}</main>
<footer>{escape(sheet.sources_label)} {sources}</footer>
</body></html>"""


def _part(part: Part) -> str:
    if part.kind == "warning":
        lines = "".join(f"<p>{_words(line.runs)}</p>" for line in part.lines)
        return f"<aside><p><b>{escape(part.title)}</b></p>{lines}</aside>"
    return "<ul>" + "".join(f'<li><span class="box">☐</span>{_words(step.runs)}</li>' for step in part.steps) + "</ul>"


def _words(runs: tuple[Run, ...]) -> str:
    return "".join("________ " + escape(run.text) if run.style == "blank" else escape(run.text) for run in runs)
