"""What readers are told of passages that are behind the original: on the screen and on paper."""

from __future__ import annotations

from handbook.locale import N_

NOTES = {
    "stale": N_("The original has changed since this was translated ({date})."),
    "obsolete": N_("The original no longer says this."),
    "missing": N_("This has not been translated yet."),
}
"""State → what a reader should know (catalogue messages)."""
