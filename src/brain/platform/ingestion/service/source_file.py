"""Sources declared in a TOML file: [[source]] tables, each with a [source.certification]."""

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from brain.kit.errors import Invalid
from brain.kit.schemas import Schema
from brain.platform.ingestion.contract import Certification, Registration
from brain.platform.ingestion.schemas import NewCertification, NewSource


class _Declared(NewSource):
    certification: NewCertification


class _File(Schema):
    source: list[_Declared] = Field(min_length=1)


def declared_sources(path: Path) -> list[tuple[Registration, Certification]]:
    """Raises Invalid, naming the place, for what is not such a file."""
    try:
        read = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Invalid(f"{path.name} 不是 UTF-8 的 TOML 文件：{error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{path.name}：{place} 有误（{first['msg']}）") from None
    return [
        (
            Registration(**declared.model_dump(exclude={"certification"})),
            Certification(**declared.certification.model_dump()),
        )
        for declared in read.source
    ]
