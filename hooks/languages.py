"""Tells the theme which language is being built."""

from bridge import page_context, prepare_templates, speak, template_context

on_config = speak
on_env = prepare_templates
on_page_context = page_context
on_template_context = template_context
