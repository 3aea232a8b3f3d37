"""What commands say to the person at the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from brain.kit.errors import Refusal

console = Console(highlight=False)


@contextmanager
def refusals_shown() -> Iterator[None]:
    """A refusal is a sentence for the person at the terminal, and exit status 1."""
    try:
        yield
    except Refusal as refusal:
        console.print(f"[red]{refusal.message}[/]")
        for field in refusal.details.get("fields", ()):
            console.print(f"  {field['loc']}：{field['message']}")
        raise typer.Exit(1) from refusal
