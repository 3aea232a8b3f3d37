"""The rooms below the scenarios; each is entered by its contract and its service only."""
