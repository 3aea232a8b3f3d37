"""One simulated plant behind its protocols, in real time: `python -m brain.simulation --help`."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from brain.simulation.serving import modbus, mqtt, opc_ua
from brain.simulation.serving.mes import KEPT, Mes, NotOurs
from brain.simulation.serving.offer import ModbusPlace, MqttPlace, OpcUaPlace, offers
from brain.simulation.tyre_plant.layout import SHIPPED, shipped
from brain.simulation.tyre_plant.plant import TICK_S, Plant

_BEIJING: Final = timedelta(hours=8)
_DAY: Final = timedelta(days=1)
_KEPT_EVERY: Final = timedelta(hours=1)


def begun(layout: str, seed: int, at: datetime, mes: Mes | None = None) -> Plant:
    """As it stands now. With an MES it goes on as it was kept there. Without, it begins anew each day of
    Beijing's time: whoever starts it later the same day finds the same plant."""
    plant = _taken_up(layout, seed, at, mes) if mes else Plant(shipped(layout), seed, _midnight(at))
    follow(plant, at, mes)
    return plant


def _taken_up(layout: str, seed: int, at: datetime, mes: Mes) -> Plant:
    plant = mes.taken_up(layout, seed)
    if plant is None or at - plant.now > KEPT:
        begin, series = mes.begin_anew(layout, seed, _midnight(at) - _DAY)
        plant = Plant(shipped(layout), seed, begin, series)
        mes.keep(plant)
    return plant


def follow(plant: Plant, at: datetime, mes: Mes | None) -> None:
    """Lets the plant move on to this moment, and writes down what it did."""
    while (due := int((at - plant.now).total_seconds()) // TICK_S * TICK_S) > 0:
        hour = plant.now.replace(minute=0, second=0, microsecond=0) + _KEPT_EVERY
        plant.advance(min(due, int((hour - plant.now).total_seconds())))
        if mes is None:
            plant.drain()
        elif plant.now == hour:
            mes.keep(plant)
        else:
            mes.write(plant.drain())


def _midnight(at: datetime) -> datetime:
    return (at + _BEIJING).replace(hour=0, minute=0, second=0, microsecond=0) - _BEIJING


async def run(told: argparse.Namespace) -> None:
    """Until told to stop. Raises NotOurs."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with Mes(told.records) if told.records else contextlib.nullcontext() as mes:
        plant = await asyncio.to_thread(begun, told.layout, told.seed, datetime.now(UTC), mes)
        await _serve(told, plant, mes, stop)
        if mes:
            mes.keep(plant)


async def _serve(told: argparse.Namespace, plant: Plant, mes: Mes | None, stop: asyncio.Event) -> None:
    offered = offers(plant)
    nodes = [(each.tag, each.place) for each in offered if isinstance(each.place, OpcUaPlace)]
    topics = [(each.tag, each.place) for each in offered if isinstance(each.place, MqttPlace)]
    registers = [(each.tag, each.place) for each in offered if isinstance(each.place, ModbusPlace)]
    async with (
        opc_ua.serving(told.host, told.opc_ua, nodes) as machines,
        mqtt.serving(told.host, told.mqtt, topics) as lines,
        modbus.serving(told.host, told.modbus, registers) as meters,
    ):
        while not stop.is_set():
            at = datetime.now(UTC)
            await asyncio.to_thread(follow, plant, at, mes)
            await machines.show(plant.tags(), at)
            await lines.show(plant.tags(), at)
            await meters.show(plant.tags())
            left = TICK_S - (datetime.now(UTC) - plant.now).total_seconds()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), min(max(left, 0.1), TICK_S))


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m brain.simulation", description="示例轮胎厂：机器在 OPC UA、MQTT 与 Modbus 之后"
    )
    parser.add_argument("--layout", choices=SHIPPED, default=SHIPPED[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--opc-ua", type=int, default=4840, help="OPC UA 的端口")
    parser.add_argument("--mqtt", type=int, default=1883, help="MQTT 的端口")
    parser.add_argument("--modbus", type=int, default=5020, help="Modbus TCP 的端口")
    parser.add_argument("--records", type=Path, help="业务系统（MES）的 SQLite 文件；不写则不留记录")
    logging.basicConfig(level=logging.ERROR)
    try:
        asyncio.run(run(parser.parse_args()))
    except NotOurs as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
