"""What a collection reads, named by OpenLineage's rules for data sets (https://openlineage.io/docs/spec/naming).

Only the parts of an address that name something are taken: no user, no query, nothing that looks like a key.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

# A long piece of a path that mixes letters and digits as keys do.
_LIKE_A_KEY: Final = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_\-.~%=]{20,}")
_PORTS: Final = {"postgresql": ("postgres", 5432), "mysql": ("mysql", 3306)}


@dataclass(frozen=True)
class Named:
    namespace: str
    name: str


def named(settings: Mapping[str, Any]) -> Named:
    """Of the settings of a collection, whatever its kind."""
    return BY_KIND[settings["kind"]](settings)


def _table(settings: Mapping[str, Any]) -> Named:
    if settings["engine"] == "sqlite":
        return Named("file", f"{settings['database']}/{settings['table']}")
    scheme, port = _PORTS[settings["engine"]]
    table = settings["table"]
    if scheme == "postgres" and "." not in table:
        table = f"public.{table}"
    return Named(f"{scheme}://{_authority(settings, port)}", f"{settings['database']}.{table}")


def _bucket(settings: Mapping[str, Any]) -> Named:
    return Named(f"s3://{settings['bucket']}", settings.get("prefix", "").strip("/") or "/")


def _folder(settings: Mapping[str, Any]) -> Named:
    return Named("file", settings["folder"])


def _remote_folder(settings: Mapping[str, Any]) -> Named:
    return Named(f"sftp://{_authority(settings, 22)}", settings["folder"])


def _topic(settings: Mapping[str, Any]) -> Named:
    return Named(f"mqtt://{_authority(settings, 8883)}", settings["topic"])


def _topics(settings: Mapping[str, Any]) -> Named:
    return Named(f"kafka://{min(settings['servers'])}", ",".join(sorted(settings["topics"])))


def _address(settings: Mapping[str, Any]) -> Named:
    where = urlsplit(settings["url"])
    host = where.netloc.rpartition("@")[2]
    return Named(f"{where.scheme}://{host}", _LIKE_A_KEY.sub("***", where.path) or "/")


def _authority(settings: Mapping[str, Any], port: int) -> str:
    return f"{settings['host']}:{settings.get('port') or port}"


BY_KIND: Final[Mapping[str, Callable[[Mapping[str, Any]], Named]]] = {
    "sql": _table,
    "s3": _bucket,
    "folder": _folder,
    "sftp": _remote_folder,
    "mqtt": _topic,
    "kafka": _topics,
    "rest": _address,
    "web": _address,
    "pages": _address,
    "shared": _address,
}
