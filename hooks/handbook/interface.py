"""A theme's key in, its words from our catalogue out: one place for every interface text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.locale import Locale

THEME_WORDS: Mapping[str, str] = {
    "action.edit": "Edit this page",
    "action.skip": "Skip to content",
    "action.view": "View source of this page",
    "announce.dismiss": "Don’t show this again",
    "blog.archive": "Archive",
    "blog.authors": "Authors",
    "blog.categories": "Categories",
    "blog.categories.in": "in",
    "blog.continue": "Continue reading",
    "blog.draft": "Draft",
    "blog.index": "Back to index",
    "blog.meta": "Metadata",
    "blog.references": "Related links",
    "clipboard.copy": "Copy to clipboard",
    "clipboard.copied": "Copied to clipboard",
    "consent.accept": "Accept",
    "consent.manage": "Manage settings",
    "consent.reject": "Reject",
    "footer": "Footer",
    "footer.next": "Next",
    "footer.previous": "Previous",
    "header": "Header",
    "meta.comments": "Comments",
    "meta.source": "Source",
    "nav": "Navigation",
    "readtime.one": "1 min read",
    "readtime.other": "# min read",
    "rss.created": "RSS feed",
    "rss.updated": "RSS feed of updated content",
    "search": "Search",
    "search.placeholder": "Search",
    "search.share": "Share",
    "search.reset": "Clear",
    "search.result.initializer": "Initializing search",
    "search.result.placeholder": "Type to start searching",
    "search.result.none": "No matching documents",
    "search.result.one": "1 matching document",
    "search.result.other": "# matching documents",
    "search.result.more.one": "1 more on this page",
    "search.result.more.other": "# more on this page",
    "search.result.term.missing": "Missing",
    "select.language": "Select language",
    "select.version": "Select version",
    "source": "Go to repository",
    "source.file.contributors": "Contributors",
    "source.file.date.created": "Created",
    "source.file.date.updated": "Last update",
    "tabs": "Tabs",
    "toc": "On this page",
    "top": "Back to top",
}
"""The theme's key → our message. Every text that the theme can show is here."""


def theme_words(locale: Locale) -> Callable[[str], str]:
    """What `partials/language.html` asks for its words."""
    facts = {
        "language": locale.lang,
        "direction": locale.row.direction,
        "search.config.lang": locale.lang,
        "search.config.pipeline": "",
        "search.config.separator": r"[\s\-]+",
    }

    def word(key: str) -> str:
        return facts[key] if key in facts else locale.t(THEME_WORDS[key])

    return word
