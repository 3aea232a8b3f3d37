"""Bringing data in: landing copies, reading files of many kinds, mapping columns, checking, importing."""
