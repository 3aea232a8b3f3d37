"""An endpoint of OpenLineage over HTTP: one event a request, as openlineage-python and Marquez have it."""

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from http import HTTPStatus
from typing import Any, Final

import httpx
import msgspec

from brain.kit.errors import Unavailable
from brain.platform.data_sets.contract.open_lineage import OpenLineage

PATH: Final = "/api/v1/lineage"
PATIENCE: Final = 15.0  # seconds for each step of a request
# What an endpoint says of an event; any other answer speaks of the endpoint, the key or the address.
_OF_THE_EVENT: Final = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}


class Refused(Exception):
    """The endpoint does not take this event; others it may."""


class Endpoint:
    """Answers are not read beyond their status, redirections are not followed."""

    def __init__(self, http: httpx.AsyncClient, url: str, key: str | None) -> None:
        self._http = http
        self._url = url.rstrip("/") + PATH
        self._headers = {"content-type": "application/json"}
        if key:
            self._headers["authorization"] = f"Bearer {key}"

    async def send(self, event: Mapping[str, Any]) -> None:
        """Raises Refused, and Unavailable where no event is taken now."""
        content = msgspec.json.encode(event)
        try:
            async with self._http.stream("POST", self._url, headers=self._headers, content=content) as answer:
                status = answer.status_code
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            # The library's own words can quote the key.
            raise Unavailable(f"连不上 OpenLineage 接收端（{type(error).__name__}）") from None
        if status in _OF_THE_EVENT:
            raise Refused(f"HTTP {status}")
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            raise Unavailable(f"OpenLineage 接收端答复 {status}{_advice(status)}")


@asynccontextmanager
async def opened(told: OpenLineage, url: str) -> AsyncIterator[Endpoint]:
    async with httpx.AsyncClient(timeout=PATIENCE, verify=_trust(), trust_env=False) as http:
        yield Endpoint(http, url, told.key)


def status_of(url: str, patience: float) -> int:
    """What the endpoint answers without being sent an event. Raises Unavailable."""
    try:
        answer = httpx.get(url.rstrip("/") + PATH, timeout=patience, verify=_trust(), trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise Unavailable(f"连不上（{type(error).__name__}）") from None
    return answer.status_code


def _advice(status: int) -> str:
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return "，请核对 BRAIN_OPEN_LINEAGE__KEY"
    if status < HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.TOO_MANY_REQUESTS:
        return "，请核对 BRAIN_OPEN_LINEAGE__URL"
    return ""


@cache
def _trust() -> ssl.SSLContext:
    """Reading the certificates takes longer than a request."""
    return httpx.create_ssl_context(trust_env=False)
