"""The catalogue in the words of DCAT-AP 3 (JSON-LD), for other catalogues to harvest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from brain.kit.datasets import DataSet

CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "csvw": "http://www.w3.org/ns/csvw#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RIGHTS: Final = "http://publications.europa.eu/resource/authority/access-right/"
_LANGUAGES: Final = "http://publications.europa.eu/resource/authority/language/"
_FREQUENCIES: Final = "http://publications.europa.eu/resource/authority/frequency/"
_MEDIA_TYPES: Final = "http://www.iana.org/assignments/media-types/"
_FILES: Final = (("csv", "text/csv"), ("arrow", "application/vnd.apache.arrow.stream"))


@dataclass(frozen=True, kw_only=True)
class Published:
    """A data set with its newest version, and the full names of those it is computed from.

    `identifier`, `keywords`, `contact` and `frequency` (of the EU's authority table) as people registered it.
    """

    data_set: DataSet
    version: int | None
    modified: datetime | None
    inputs: Sequence[str]
    identifier: str | None = None
    keywords: Sequence[str] = ()
    contact: str | None = None
    frequency: str | None = None


def document(base: str, publisher: tuple[str, str], published: Sequence[Published]) -> dict[str, Any]:
    """`base`: the node's address, without a slash at its end; `publisher`: title in Chinese and English."""
    catalogue = f"{base}/data-sets"
    agent = {"@id": f"{base}/#publisher", "@type": "foaf:Agent", "foaf:name": _spoken(*publisher)}
    return {
        "@context": CONTEXT,
        "@id": catalogue,
        "@type": "dcat:Catalog",
        "dct:title": _spoken(*publisher),
        "dct:description": _spoken("三级产业数据仓的数据集", "Data sets of the industry data warehouse"),
        "dct:language": [_typed(f"{_LANGUAGES}{each}", "dct:LinguisticSystem") for each in ("ZHO", "ENG")],
        "dct:publisher": agent,
        "dcat:dataset": [_data_set(base, each) for each in published],
    }


def _data_set(base: str, published: Published) -> dict[str, Any]:
    data_set = published.data_set
    described: dict[str, Any] = {
        "@id": _address(base, data_set.full_name),
        "@type": "dcat:Dataset",
        "dct:identifier": [data_set.full_name, *([published.identifier] if published.identifier else [])],
        "dct:title": _spoken(data_set.title, data_set.title_en),
        "dct:description": data_set.about,
        "dct:publisher": {"@id": f"{base}/#publisher"},
        # General data of grade 1 may be open; above it nobody gets them unasked.
        "dct:accessRights": _typed(
            f"{_RIGHTS}{'PUBLIC' if data_set.level == 1 else 'RESTRICTED'}", "dct:RightsStatement"
        ),
        "prov:wasDerivedFrom": [{"@id": _address(base, name)} for name in published.inputs],
        "csvw:column": [
            {"csvw:name": column.name, "csvw:title": column.title, "csvw:datatype": column.type.value}
            for column in data_set.columns
        ],
    }
    described |= _registered(base, published)
    if published.modified is not None:
        described["dcat:version"] = str(published.version)
        described["dct:modified"] = {"@value": published.modified.isoformat(), "@type": "xsd:dateTime"}
        described["dcat:distribution"] = [_distribution(base, data_set, *file) for file in _FILES]
    return described


def _registered(base: str, published: Published) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if published.keywords:
        told["dcat:keyword"] = [{"@value": word, "@language": "zh"} for word in published.keywords]
    if published.contact:
        told["dcat:contactPoint"] = {
            "@id": f"{_address(base, published.data_set.full_name)}#contact",
            "@type": "vcard:Kind",
            "vcard:fn": published.contact,
        }
    if published.frequency:
        told["dct:accrualPeriodicity"] = _typed(f"{_FREQUENCIES}{published.frequency}", "dct:Frequency")
    return told


def _distribution(base: str, data_set: DataSet, kind: str, media_type: str) -> dict[str, Any]:
    return {
        "@id": f"{_address(base, data_set.full_name)}#{kind}",
        "@type": "dcat:Distribution",
        "dcat:accessURL": _typed(f"{base}/api/data-sets/queries/export", "rdfs:Resource"),
        "dcat:mediaType": _typed(f"{_MEDIA_TYPES}{media_type}", "dct:MediaType"),
    }


def _address(base: str, name: str) -> str:
    return f"{base}/data-sets/{name.replace('.', '/')}"


def _typed(address: str, kind: str) -> dict[str, str]:
    """The shapes of DCAT-AP look for the class beside the address: they do not follow it."""
    return {"@id": address, "@type": kind}


def _spoken(zh: str, en: str) -> list[dict[str, str]]:
    return [{"@value": zh, "@language": "zh"}, {"@value": en, "@language": "en"}]
