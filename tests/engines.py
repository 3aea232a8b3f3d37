"""The engines that the tests run on: Sail as `brain up` starts it, or a small cluster of Apache Spark."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from brain.nodes.plan import free_port, port_in_use
from brain.nodes.serving import engine_command

SPARK = str(Path(__file__).parents[1] / "scripts" / "spark")
ON_SPARK = os.environ.get("BRAIN_TEST_ENGINE") == "spark"  # make test-spark
PATIENCE = 60.0  # seconds for a program to listen
WORKERS = 2


@contextmanager
def running_engine() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The URL of an engine, and the process that answers there; all of it is killed afterwards."""
    with running_spark() if ON_SPARK else running_sail() as engine:
        yield engine


@contextmanager
def running_sail() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    port = free_port()
    with ExitStack() as stack:
        process = _started(stack, engine_command(port), {}, port)
        yield f"sc://127.0.0.1:{port}", process


@contextmanager
def running_spark() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A standalone cluster on loopback, of a master, two workers of a core each and the Connect server."""
    if subprocess.run([SPARK, "--found"], check=False).returncode:
        pytest.skip("没有 Apache Spark 或 Java 17：先运行 scripts/spark")
    master, port = free_port(), free_port()
    url = f"spark://127.0.0.1:{master}"
    with (
        TemporaryDirectory(prefix="brain-spark-", ignore_cleanup_errors=True) as folder,
        ExitStack() as stack,
    ):
        places = {"SPARK_WORKER_DIR": f"{folder}/work", "SPARK_LOCAL_DIRS": f"{folder}/local"}
        deploy, quiet = "org.apache.spark.deploy", ["--host", "127.0.0.1", "--webui-port", "0"]
        _started(stack, (SPARK, f"{deploy}.master.Master", *quiet, "--port", str(master)), places, master)
        worker = (SPARK, f"{deploy}.worker.Worker", *quiet, "-c", "1", "-m", "1g", url)
        for _ in range(WORKERS):
            _started(stack, worker, places)
        settings = {
            "spark.connect.grpc.binding.address": "127.0.0.1",
            "spark.connect.grpc.binding.port": str(port),
            "spark.executor.memory": "800m",
            "spark.driver.memory": "1g",
            "spark.sql.shuffle.partitions": "4",
            "spark.ui.enabled": "false",
            # What a cluster may have been set to: the product must not take it over.
            "spark.sql.ansi.enabled": "false",
            "spark.sql.session.timeZone": "America/New_York",
            "spark.sql.caseSensitive": "true",
            "spark.sql.parquet.outputTimestampType": "INT96",
        }
        words = [word for setting in settings.items() for word in ("--conf", "=".join(setting))]
        server = "org.apache.spark.sql.connect.service.SparkConnectServer"
        submit = [
            SPARK,
            f"{deploy}.SparkSubmit",
            "--master",
            url,
            *words,
            "--class",
            server,
            "spark-internal",
        ]
        process = _started(stack, submit, places, port)
        yield f"sc://127.0.0.1:{port}", process


def _started(
    stack: ExitStack, command: Sequence[str], more: Mapping[str, str], port: int | None = None
) -> "subprocess.Popen[bytes]":
    """A process that ends with the stack; with a port, it listens there when this returns."""
    silent = subprocess.DEVNULL
    process = stack.enter_context(
        subprocess.Popen(command, stdout=silent, stderr=silent, env=os.environ | more)
    )
    stack.callback(process.kill)
    began = time.monotonic()
    while port is not None and not port_in_use("127.0.0.1", port):
        assert time.monotonic() - began < PATIENCE, f"{command[0]} did not start"
        time.sleep(0.05)
    return process
