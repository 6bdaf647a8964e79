"""A theme's key in, its words from our catalogue out: one place for every interface text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.locale import N_, Locale

THEME_WORDS: Mapping[str, str] = {
    "action.edit": N_("Edit this page"),
    "action.skip": N_("Skip to content"),
    "action.view": N_("View source of this page"),
    "announce.dismiss": N_("Don’t show this again"),
    "blog.archive": N_("Archive"),
    "blog.authors": N_("Authors"),
    "blog.categories": N_("Categories"),
    "blog.categories.in": N_("in"),
    "blog.continue": N_("Continue reading"),
    "blog.draft": N_("Draft"),
    "blog.index": N_("Back to index"),
    "blog.meta": N_("Metadata"),
    "blog.references": N_("Related links"),
    "clipboard.copy": N_("Copy to clipboard"),
    "clipboard.copied": N_("Copied to clipboard"),
    "consent.accept": N_("Accept"),
    "consent.manage": N_("Manage settings"),
    "consent.reject": N_("Reject"),
    "footer": N_("Footer"),
    "footer.next": N_("Next"),
    "footer.previous": N_("Previous"),
    "header": N_("Header"),
    "meta.comments": N_("Comments"),
    "meta.source": N_("Source"),
    "nav": N_("Navigation"),
    "readtime.one": N_("1 min read"),
    "readtime.other": N_("# min read"),
    "rss.created": N_("RSS feed"),
    "rss.updated": N_("RSS feed of updated content"),
    "search": N_("Search"),
    "search.placeholder": N_("Search"),
    "search.share": N_("Share"),
    "search.reset": N_("Clear"),
    "search.result.initializer": N_("Initializing search"),
    "search.result.placeholder": N_("Type to start searching"),
    "search.result.none": N_("No matching documents"),
    "search.result.one": N_("1 matching document"),
    "search.result.other": N_("# matching documents"),
    "search.result.more.one": N_("1 more on this page"),
    "search.result.more.other": N_("# more on this page"),
    "search.result.term.missing": N_("Missing"),
    "select.language": N_("Select language"),
    "select.version": N_("Select version"),
    "source": N_("Go to repository"),
    "source.file.contributors": N_("Contributors"),
    "source.file.date.created": N_("Created"),
    "source.file.date.updated": N_("Last update"),
    "tabs": N_("Tabs"),
    "toc": N_("On this page"),
    "top": N_("Back to top"),
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
