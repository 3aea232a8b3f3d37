"""Seeded errors in a table that had none: what data entry, exports and lost bytes do to a value."""

import random
from collections.abc import Callable

import polars as pl

LETTERS = "abcdefghijklmnopqrstuvwxyz"
CHARACTERS = "一二三中东西南北大小公司责任有限市县区"
LOST = "□"  # what a conversion of characters leaves where it knows no better


class Spoiler:
    """Spoils cells one kind after another, each cell at most once; the same seed spoils the same."""

    def __init__(self, clean: pl.DataFrame, seed: int) -> None:
        self.columns = {name: clean[name].to_list() for name in clean.columns}
        self.clean = {name: clean[name].to_list() for name in clean.columns}
        self.rows = clean.height
        self.spoilt: set[tuple[int, str]] = set()
        self.random = random.Random(seed)

    @property
    def dirty(self) -> pl.DataFrame:
        return pl.DataFrame(self.columns)

    def _each(self, column: str, share: float, spoil: Callable[[str], str]) -> None:
        for row in self.random.sample(range(self.rows), round(self.rows * share)):
            old = self.columns[column][row]
            if old and (row, column) not in self.spoilt:
                self._set(row, column, spoil(old))

    def _set(self, row: int, column: str, value: str) -> None:
        if value != self.columns[column][row]:
            self.columns[column][row] = value
            self.spoilt.add((row, column))

    def mistype(self, column: str, share: float) -> None:
        """One character wrong, left out or too many."""

        def spoil(text: str) -> str:
            place = self.random.randrange(len(text))
            near = "0123456789" if text[place].isdigit() else LETTERS if text[place] < "~" else CHARACTERS
            inserted = self.random.choice(("", self.random.choice(near)))
            return text[:place] + inserted + text[place + self.random.randrange(2) :]

        self._each(column, share, spoil)

    def swap(self, column: str, share: float) -> None:
        """The value of another row."""
        self._each(column, share, lambda _: str(self.random.choice(self.clean[column])))

    def lose(self, column: str, share: float) -> None:
        """One to three characters lost."""

        def spoil(text: str) -> str:
            places = set(self.random.sample(range(len(text)), min(len(text), self.random.randint(1, 3))))
            return "".join(LOST if place in places else each for place, each in enumerate(text))

        self._each(column, share, spoil)

    def hide(self, column: str, share: float) -> None:
        """A word for nothing."""
        self._each(column, share, lambda _: self.random.choice(("N/A", "-", "无", "null")))

    def suffix(self, column: str, share: float, unit: str) -> None:
        self._each(column, share, lambda text: text + unit)

    def rewrite(self, column: str, share: float, old: str, new: str) -> None:
        """Other punctuation."""
        self._each(column, share, lambda text: text.replace(old, new))

    def merge(self, column: str, other: str, share: float) -> None:
        """Two fields in one, the second left empty."""
        for row in self.random.sample(range(self.rows), round(self.rows * share)):
            value, added = self.columns[column][row], self.columns[other][row]
            if value and added and not {(row, column), (row, other)} & self.spoilt:
                self._set(row, column, f"{value} {added}")
                self._set(row, other, "")
