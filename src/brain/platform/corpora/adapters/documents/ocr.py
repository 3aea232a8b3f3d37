"""Pictures of text read by RapidOCR (PP-OCR on ONNX Runtime), whose models come inside its package.

An extra of the installation, `ocr`: with what it needs it is about 300 MB.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.files import LARGEST_IMAGE, UnreadableDocument

LEAST_CERTAIN: Final = 0.5  # a line less certain is noise of the paper
Picture = npt.NDArray[np.uint8]


class _Reader(Protocol):
    def __call__(self, picture: Picture, /) -> Any: ...


def read_image(path: Path) -> Document:
    found = [Block(kind="line", text=line, page=1) for line in lines(_picture(path))]
    return Document(title=found[0].text[:200] if found else "", blocks=tuple(found), scanned_pages=1)


def _picture(path: Path) -> Picture:
    _reader()
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - comes with the extra only

    Image.MAX_IMAGE_PIXELS = LARGEST_IMAGE
    try:
        with Image.open(path) as image:
            if image.width * image.height > LARGEST_IMAGE:
                raise UnreadableDocument(f"图片超过 {LARGEST_IMAGE // 1_000_000} 百万像素")
            return np.asarray(image.convert("RGB"))[:, :, ::-1]
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UnreadableDocument(f"图片已损坏：{error}") from error


def lines(picture: Picture) -> list[str]:
    """The lines of a picture from top to bottom; parts of one line from left to right."""
    read = _reader()(picture)
    if read.boxes is None:
        return []
    parts = [
        _Part(box[:, 1].mean(), box[:, 0].min(), np.ptp(box[:, 1]), text)
        for box, text, score in zip(read.boxes, read.txts, read.scores, strict=True)
        if score >= LEAST_CERTAIN
    ]
    return [" ".join(text for _, text in sorted(row)) for row in _rows(parts)]


class _Part:
    def __init__(self, middle: float, left: float, height: float, text: str) -> None:
        self.middle, self.left, self.height, self.text = middle, left, height, text


def _rows(parts: list[_Part]) -> list[list[tuple[float, str]]]:
    """Parts whose middles are within half a line of each other stand on one line."""
    rows: list[list[tuple[float, str]]] = []
    middle = -np.inf
    for part in sorted(parts, key=lambda one: one.middle):
        if part.middle - middle > part.height / 2:
            rows.append([])
            middle = part.middle
        rows[-1].append((part.left, part.text))
    return rows


@cache
def _reader() -> _Reader:
    try:
        from rapidocr import RapidOCR  # noqa: PLC0415 - an extra that need not be installed
    except ImportError as error:
        raise UnreadableDocument(
            "这是扫描件，需要文字识别：请安装可选组件 industry-brain[ocr] 后重新读取"
        ) from error
    settings = {"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 2}
    reader: _Reader = RapidOCR(params=settings)
    return reader
