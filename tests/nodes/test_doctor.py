"""`brain doctor` names what is wrong and how to mend it."""

import socket
from pathlib import Path

import psycopg

from brain.kit.postgres import Server
from brain.nodes import doctor
from brain.nodes.doctor import Finding, Installation
from tests.platform.ingestion.servers import Answer, free_port, site


def found(installation: Installation, subject: str) -> list[Finding]:
    return [finding for finding in doctor.examine(installation) if finding.subject == subject]


def installation(tmp_path: Path, **changes: object) -> Installation:
    return Installation(**{"folder": tmp_path, "host": "127.0.0.1", "ports": (), **changes})  # type: ignore[arg-type]


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        findings = found(installation(tmp_path, ports=(port,)), "端口")

    assert [(f.grade, f.seen) for f in findings] == [("warning", f"{port} 已被占用")]


def test_a_key_that_others_can_read_is_broken_and_the_cure_is_a_command(tmp_path: Path) -> None:
    key = tmp_path / "centre" / "secret.key"
    key.parent.mkdir()
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)

    finding = found(installation(tmp_path), "密钥文件")[0]

    assert (finding.grade, finding.mend) == ("broken", f"运行 chmod 600 {key}")


def test_an_engine_that_does_not_answer_is_broken(tmp_path: Path) -> None:
    finding = found(installation(tmp_path, engine="sc://127.0.0.1:1"), "计算引擎")[0]

    assert (finding.grade, "没有应答" in finding.seen) == ("broken", True)


def test_an_endpoint_of_lineage_is_asked_without_sending_an_event(tmp_path: Path) -> None:
    with site(lambda _: Answer(status=405)) as there:
        findings = [
            found(installation(tmp_path, open_lineage=url), "OpenLineage 接收端")[0]
            for url in (None, there.url, f"http://127.0.0.1:{free_port()}")
        ]

    assert [finding.grade for finding in findings] == ["good", "good", "broken"]
    assert [one.method for one in there.asked] == ["GET"]
    assert "BRAIN_OPEN_LINEAGE__URL" in findings[2].mend


def test_an_unreachable_database_is_broken(tmp_path: Path) -> None:
    finding = found(installation(tmp_path, dsn="host=127.0.0.1 port=1"), "PostgreSQL")[0]

    assert finding.grade == "broken"
    assert "BRAIN_DATABASE__DSN" in finding.mend


def test_an_empty_database_asks_for_migration_and_a_migrated_one_does_not(
    tmp_path: Path, postgres: Server, dsn: str
) -> None:
    fresh = found(installation(tmp_path, dsn=dsn), "数据库结构")[0]
    with psycopg.connect(dsn) as connection:
        connection.execute("DROP TABLE alembic_version")
    empty = found(installation(tmp_path, dsn=dsn), "数据库结构")[0]

    assert fresh.grade == "good"
    assert (empty.grade, empty.mend) == ("broken", "运行 brain migrate")


def test_an_embedded_database_is_examined_while_it_runs(tmp_path: Path) -> None:
    with Server(tmp_path / "industry_brain" / "postgres", settings={"fsync": "off"}) as server:
        server.create_database("industry_brain")
        empty = found(installation(tmp_path), "数据库结构（industry_brain）")
    stopped = found(installation(tmp_path), "数据库结构（industry_brain）")

    assert [(finding.grade, finding.mend) for finding in empty] == [
        ("broken", "重新运行 make run：启动时自动升级")
    ]
    assert stopped == []
