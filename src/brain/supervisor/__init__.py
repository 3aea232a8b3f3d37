"""Keeps a gateway running out of one of two slots, and tries a release in the other one.

It runs from a file of its own, under the computer's Python, with nothing but the standard library and nothing
of the other floors: no release can break it.
"""
