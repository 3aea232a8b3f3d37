"""XML: the element that repeats most near the top is the record; RSS items and Atom entries likewise."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final
from xml.parsers import expat

import polars as pl

from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import LARGEST_WHOLE, LONGEST_CELL, UnreadableFile, unique_headers

_BLOCK: Final = 1 << 16
_SAMPLE: Final = 1_000  # records whose parts become the headers
_DEEPEST: Final = 100
_FEEDS: Final = ("item", "entry")
_XML: Final = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?[?!\w\x80-\xff]")
_CHINESE: Final = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding=["']gb""", re.IGNORECASE)

Record = dict[str, str]


def looks_like_xml(start: bytes) -> bool:
    return _XML.match(start) is not None


class XmlReader:
    kind = "xml"

    def __init__(self, path: Path) -> None:
        self._path = path
        if path.stat().st_size > LARGEST_WHOLE:
            raise UnreadableFile(f"XML 文件超过 {LARGEST_WHOLE >> 20} MB，请拆分或改用 CSV、Parquet")
        counts = _Counts()
        _parse(path, counts)
        self._place = counts.record_place()
        self.rows: int | None = counts.seen[self._place]
        parts = dict.fromkeys(part for record in islice(self._records(), _SAMPLE) for part in record)
        self._parts = list(parts)
        self.headers = unique_headers(self._parts)

    def _records(self) -> Iterator[Record]:
        found = _Records(self._place)
        for _ in _feed(self._path, found):
            yield from found.taken()
        yield from found.taken()

    def batches(self, size: int) -> Iterator[Batch]:
        records = self._records()
        schema = dict.fromkeys(self.headers, pl.String)
        while batch := list(islice(records, size)):
            columns = {
                header: [record.get(part) for record in batch]
                for header, part in zip(self.headers, self._parts, strict=True)
            }
            yield Batch(pl.DataFrame(columns, schema=schema))


def _plain(name: str) -> str:
    """Without its namespace: `{http://www.w3.org/2005/Atom}title` is title."""
    return name.rpartition("}")[2]


class _Counts:
    """How often each place in the tree occurs, by its path of names."""

    def __init__(self) -> None:
        self._path: tuple[str, ...] = ()
        self.seen: Counter[tuple[str, ...]] = Counter()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= _DEEPEST:
            raise UnreadableFile(f"XML 的嵌套超过 {_DEEPEST} 层")
        self._path = (*self._path, _plain(name))
        self.seen[self._path] += 1

    def end(self, name: str) -> None:
        self._path = self._path[:-1]

    def text(self, content: str) -> None:
        pass

    def record_place(self) -> tuple[str, ...]:
        """A feed's items; else what repeats most below what does not; else what the root holds."""
        if self._root() == "html":
            raise UnreadableFile("这是网页，不是数据表")
        feeds = [place for place in self.seen if place[-1] in _FEEDS and len(place) <= 3]
        if feeds:
            return min(feeds, key=len)
        repeated = [
            place for place, count in self.seen.items() if count > 1 and self.seen.get(place[:-1], 1) == 1
        ]
        if repeated:
            return max(repeated, key=self.seen.__getitem__)
        below = [place for place in self.seen if len(place) == 3]
        return below[0][:2] if below else next(iter(self.seen))

    def _root(self) -> str:
        return next(iter(self.seen))[0].lower()


class _Records:
    """Gathers each record's parts: attributes, the texts below it, and links that only an attribute names."""

    def __init__(self, place: tuple[str, ...]) -> None:
        self._place = place
        self._path: tuple[str, ...] = ()
        self._record: Record | None = None
        self._texts: list[list[str]] = []
        self._done: list[Record] = []

    def taken(self) -> list[Record]:
        done, self._done = self._done, []
        return done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._path = (*self._path, _plain(name))
        if self._path == self._place:
            self._record = {}
        if self._record is None:
            return
        self._texts.append([])
        within = self._path[len(self._place) :]
        for attribute, value in attributes.items():
            self._add((*within, _plain(attribute)), value)

    def text(self, content: str) -> None:
        if self._record is not None:
            self._texts[-1].append(content)

    def end(self, name: str) -> None:
        if self._record is not None:
            text = "".join(self._texts.pop()).strip()
            self._add(self._path[len(self._place) :] or ("value",), text)
            if self._path == self._place:
                self._done.append(self._record)
                self._record = None
        self._path = self._path[:-1]

    def _add(self, place: tuple[str, ...], text: str) -> None:
        if self._record is None or not text:
            return
        name = ".".join(place)
        held = self._record.get(name)
        self._record[name] = (text if held is None else f"{held}；{text}")[:LONGEST_CELL]


def _refuse_declaration(*_: object) -> None:
    raise UnreadableFile("XML 文件声明了实体，不予读取")


def _feed(path: Path, listener: _Counts | _Records) -> Iterator[None]:
    """Parse a block at a time. Entities are refused: they may unfold without bound or name other files."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse_declaration
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    with _opened(path) as file:
        try:
            while block := file.read(_BLOCK):
                parser.Parse(block)
                yield
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise UnreadableFile(f"不是合法的 XML：{error}") from error


def _opened(path: Path) -> IO[Any]:
    """As bytes, but as text where the encoding is one of the Chinese ones: expat knows none of them."""
    with path.open("rb") as file:
        chinese = _CHINESE.match(file.read(200))
    return path.open(encoding="gb18030") if chinese else path.open("rb")


def _parse(path: Path, listener: _Counts) -> None:
    for _ in _feed(path, listener):
        pass
