"""Annex 3: the exchange of data between the provincial centre and the industry brains."""
