"""The ten scenes of annex 3, 3.3 c and d: one provisional JSON Schema each, and the types made from it."""
