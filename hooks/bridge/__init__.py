"""The only package that knows what MkDocs is made of; the hooks take what they need from here."""

from bridge.files import add_pages, drop_unused_assets
from bridge.keeping import keep, keep_pages, keys_of
from bridge.loading import load, prepare_assets, speak
from bridge.making import compile_all, environment, make_language
from bridge.navigation import navigation
from bridge.outputs import write_offline, write_outputs, write_search
from bridge.pages import page_content, read_page
from bridge.state import Kept, handbook_of, languages
from bridge.templates import only_once, page_context, prepare_templates, template_context

__all__ = [
    "Kept",
    "add_pages",
    "compile_all",
    "drop_unused_assets",
    "environment",
    "handbook_of",
    "keep",
    "keep_pages",
    "keys_of",
    "languages",
    "load",
    "make_language",
    "navigation",
    "only_once",
    "page_content",
    "page_context",
    "prepare_assets",
    "prepare_templates",
    "read_page",
    "speak",
    "template_context",
    "write_offline",
    "write_outputs",
    "write_search",
]
