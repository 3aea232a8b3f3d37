"""The bodies of annex 3 calls and answers: the server encodes what the client decodes, and the reverse."""
