"""Settings come from the environment; what cannot be meant is refused in a sentence."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from brain.nodes.settings import Settings

NEEDED = {
    "BRAIN_NODE__KIND": "capability_centre",
    "BRAIN_NODE__NAME": "centre",
    "BRAIN_NODE__TITLE": "能力中心",
    "BRAIN_NODE__TITLE_EN": "Centre",
    "BRAIN_FOLDER": "/tmp/brain",
    "BRAIN_DATABASE__DSN": "postgresql://brain@db/brain",
    "BRAIN_HTTP__PORT": "8101",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in NEEDED.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_nobody_is_a_trusted_proxy_unless_named(environment: pytest.MonkeyPatch) -> None:
    assert Settings().http.proxies == ()


def test_trusted_proxies_are_addresses_and_networks_and_reach_a_child_process(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("BRAIN_HTTP__PROXIES", '["10.0.0.5", "10.1.0.0/24", "2001:db8::/32"]')

    settings = Settings()
    environment.setenv("BRAIN_HTTP__PROXIES", settings.environment()["BRAIN_HTTP__PROXIES"])

    assert settings.http.proxies == ("10.0.0.5", "10.1.0.0/24", "2001:db8::/32")
    assert Settings().http.proxies == settings.http.proxies


def test_a_proxy_that_is_no_address_is_refused_in_a_sentence(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("BRAIN_HTTP__PROXIES", '["proxy.example.cn"]')

    with pytest.raises(ValidationError, match=r"“proxy\.example\.cn”不是 IP 地址或网段"):
        Settings()


def test_collections_touch_nothing_private_unless_told(environment: pytest.MonkeyPatch) -> None:
    unset = Settings().ingestion
    environment.setenv("BRAIN_INGESTION__FOLDERS", '["/data/inbox"]')
    environment.setenv("BRAIN_INGESTION__HOSTS", '["erp.corp.example", "10.0.0.0/8"]')

    settings = Settings()
    for name in ("BRAIN_INGESTION__FOLDERS", "BRAIN_INGESTION__HOSTS"):
        environment.setenv(name, settings.environment()[name])

    assert (unset.folders, unset.hosts) == ((), ())
    assert (settings.ingestion.folders, settings.ingestion.hosts) == (
        (Path("/data/inbox"),),
        ("erp.corp.example", "10.0.0.0/8"),
    )
    assert Settings().ingestion == settings.ingestion


def test_events_of_lineage_stay_here_unless_an_endpoint_is_told(environment: pytest.MonkeyPatch) -> None:
    unset = Settings().open_lineage
    environment.setenv("BRAIN_OPEN_LINEAGE__URL", "https://lineage.example")
    environment.setenv("BRAIN_OPEN_LINEAGE__KEY", "sk-very-secret")
    settings = Settings()
    environment.setenv("BRAIN_OPEN_LINEAGE__URL", "https://person:word@lineage.example")

    assert (unset.url, unset.key, unset.namespace) == (None, None, None)
    assert settings.environment()["BRAIN_OPEN_LINEAGE__URL"] == "https://lineage.example"
    assert "sk-very-secret" not in repr(settings)
    with pytest.raises(ValidationError):
        Settings()
