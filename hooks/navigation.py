"""Home, playbooks by situation, generated indexes; and no file that nobody asks for."""

from bridge import drop_unused_assets, navigation

on_files = drop_unused_assets
on_nav = navigation
