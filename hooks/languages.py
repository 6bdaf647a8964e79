"""Tells the theme which language is being built."""

from bridge import only_once, page_context, prepare_templates, speak, template_context

on_config = speak
on_env = prepare_templates
on_page_context = page_context
on_template_context = template_context
on_post_template = only_once
