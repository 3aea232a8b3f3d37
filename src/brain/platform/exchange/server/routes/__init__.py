"""The external face of annex 3 and the pages' API of the centre."""
