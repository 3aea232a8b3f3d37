"""The brain's half of annex 3: applying, testing, reporting, pulling, and proof that nothing was lost."""
