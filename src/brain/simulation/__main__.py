"""One simulated plant behind its protocols, in real time: `python -m brain.simulation --help`."""

import argparse
import asyncio
import logging
import signal
import time
from datetime import UTC, datetime, timedelta
from typing import Final

from brain.simulation.serving import mqtt, opc_ua
from brain.simulation.serving.offer import MqttPlace, OpcUaPlace, offers
from brain.simulation.tyre_plant.layout import SHIPPED, shipped
from brain.simulation.tyre_plant.plant import TICK_S, Plant

_BEIJING: Final = timedelta(hours=8)


def plant_of(layout: str, seed: int, at: datetime) -> Plant:
    """As it stands now. Each day of Beijing's time it begins anew: whoever starts it later the same day finds
    the same plant."""
    midnight = (at + _BEIJING).replace(hour=0, minute=0, second=0, microsecond=0) - _BEIJING
    plant = Plant(shipped(layout), seed, midnight)
    plant.advance(int((at - midnight).total_seconds()))
    plant.drain()
    return plant


async def run(told: argparse.Namespace) -> None:
    """Until told to stop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    plant = await asyncio.to_thread(plant_of, told.layout, told.seed, datetime.now(UTC))
    offered = offers(plant)
    nodes = [(each.tag, each.place) for each in offered if isinstance(each.place, OpcUaPlace)]
    topics = [(each.tag, each.place) for each in offered if isinstance(each.place, MqttPlace)]
    async with (
        opc_ua.serving(told.host, told.opc_ua, nodes) as machines,
        mqtt.serving(told.host, told.mqtt, topics) as lines,
    ):
        began = time.monotonic()
        while not stop.is_set():
            at = datetime.now(UTC)
            await machines.show(plant.tags(), at)
            await lines.show(plant.tags(), at)
            began += TICK_S
            try:
                await asyncio.wait_for(stop.wait(), max(began - time.monotonic(), 0))
            except TimeoutError:
                plant.advance(TICK_S)
                plant.drain()


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m brain.simulation", description="示例轮胎厂：机器在 OPC UA 与 MQTT 之后"
    )
    parser.add_argument("--layout", choices=SHIPPED, default=SHIPPED[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--opc-ua", type=int, default=4840, help="OPC UA 的端口")
    parser.add_argument("--mqtt", type=int, default=1883, help="MQTT 的端口")
    logging.basicConfig(level=logging.ERROR)
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
