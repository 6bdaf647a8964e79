"""Medians by number of pages in, a picture of CPU time per page out: both axes logarithmic, one line for each generator."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 760, 420, 70, 50, 30, 240
SHOWN = {"plain, cold": "#a3271d", "ours, cold": "#0f5257", "ours, one playbook edited": "#1b6e3c", "Hugo, cold": "#6b5b95"}
MILLISECONDS = (0.1, 1, 10, 100)


def drawing(found: Mapping[int, Mapping[str, float]]) -> str:
    """An SVG. `found`: pages → name → CPU seconds."""
    sizes = sorted(found)
    first, last = log10(sizes[0]), log10(sizes[-1])

    def across(pages: int) -> float:
        return LEFT + (log10(pages) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def up(milliseconds: float) -> float:
        low, high = log10(MILLISECONDS[0]), log10(MILLISECONDS[-1])
        return HEIGHT - BOTTOM - (log10(milliseconds) - low) / (high - low) * (HEIGHT - BOTTOM - TOP)

    parts = [f'<text x="{LEFT}" y="18">CPU milliseconds a page, by number of pages (both logarithmic)</text>']
    for value in MILLISECONDS:
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up(value):.1f}" y2="{up(value):.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{up(value) + 4:.1f}" text-anchor="end">{value:g}</text>')
    parts += [f'<text x="{across(n):.1f}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{n:,}</text>' for n in sizes]
    for name, colour in SHOWN.items():
        points = [(across(n), up(found[n][name] * 1000 / n), found[n][name] * 1000 / n) for n in sizes]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y, _ in points]
        x, y, value = points[-1]
        parts.append(f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}: {value:.2g}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
