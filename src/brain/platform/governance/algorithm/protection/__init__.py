"""Protections of columns: hiding, pseudonyms, groups of at least k, noise, and a frame as its level asks."""
