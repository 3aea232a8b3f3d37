"""Readers of document files, one module a format; `reading` runs them in a process of their own."""
