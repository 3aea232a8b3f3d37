"""`python -m brain` is the command `brain`."""

from brain.cli import app

app()
