"""The centre's half of annex 3: external face, sandbox, ledger, review of applications."""
