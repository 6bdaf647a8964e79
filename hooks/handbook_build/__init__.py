"""Whole builds: what is read, remembered, made and swapped in; the preview; parts and what they make together."""
