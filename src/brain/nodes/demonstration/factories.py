"""The demonstration factories: machines, points and consents at the gateway, enrolment on both sides."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now
from brain.kit.errors import Conflict
from brain.kit.node import Node
from brain.nodes.demonstration.loop import Say
from brain.nodes.plan import Factory
from brain.platform.alarms.contract import Condition, Importance, Rule, Told
from brain.platform.alarms.service import ruling
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.factory_link.brain.service import inviting
from brain.platform.factory_link.gateway.contract import Terms
from brain.platform.factory_link.gateway.service import consenting, enrolling
from brain.platform.identity.contract import Caller
from brain.platform.operations.service import systems
from brain.platform.performance.contract import Measure, TimeElement
from brain.platform.performance.service import measures
from brain.platform.record_sharing.gateway.contract import Form, RecordTerms
from brain.platform.record_sharing.gateway.service import consenting as records
from brain.platform.shop_floor.contract import Domain, Level, Plan, Point, Unit, ValueKind
from brain.platform.shop_floor.service import equipment, naming, points, sources
from brain.simulation.serving.offer import TIME, ModbusPlace, MqttPlace, Offer, OpcUaPlace, Place, offers
from brain.simulation.tyre_plant.layout import shipped
from brain.simulation.tyre_plant.plant import Plant
from brain.simulation.tyre_plant.tags import MACHINES, UTILITIES

BY: Final = "demonstration"
MES: Final = "示例 MES（示例数据）"
OWNER: Final = Caller(
    account_id=0,
    username=BY,
    name="演示",
    organisation_id=None,
    organisation_name=None,
    organisation_code=None,
    roles=frozenset(),
    scopes=frozenset(),
    must_change_password=False,
)
FACTORIES: Final = (
    (
        "factory_one",
        "广饶甲子轮胎有限公司",
        "Guangrao Jiazi Tyre (sample)",
        "91370523EXAMP0001W",
        "truck_bus",
    ),
    (
        "factory_two",
        "广饶己酉轮胎有限公司",
        "Guangrao Jiyou Tyre (sample)",
        "91370523EXAMP00033",
        "passenger",
    ),
)
MONITORED: Final = ("energy_kwh", "made", "state")  # of every machine, once a minute
UNITS: Final = {
    "Cel": "℃",
    "kW.h": "kWh",
    "kN.m": "kN·m",
    "{cycle}": "次",
    "{piece}": "条",
}  # as people write them, of UCUM
STATES: Final = {
    "running": TimeElement.PRODUCTION,
    "setup": TimeElement.SETUP,
    "idle": TimeElement.DELAY,
    "down": TimeElement.DOWN,
}  # of the simulated machines
STANDS: Final = 15  # seconds that it has to last
ALARMED: Final = {
    "state": ("故障停机", "down", Importance.MEDIUM, "到机台查故障，记下原因，报设备科"),
    "pressure_low": ("压力低", "是", Importance.HIGH, "查锅炉与总阀；持续五分钟以上停止装锅"),
}  # by what of a machine the alarm is on
ORDERS: Final = RecordTerms(
    kind="production_order",
    purpose=Purpose.MONITORING,
    form=Form.RAW,
    period=None,
    fields=("product", "quantity", "unit", "due", "state", "good", "scrap"),
    since=datetime(2026, 1, 1, tzinfo=BEIJING),
    until=None,
)
MAINTAINED: Final = ("platen_c", "tool_age", "power_kw")  # of the presses, as they come


@dataclass(frozen=True)
class _Machines:
    """Of one factory: its offers and the numbers of the equipment they belong to, by path."""

    offered: Sequence[Offer]
    equipment: dict[str, int]


def factories(first_port: int) -> tuple[Factory, ...]:
    return tuple(
        Factory(
            name=name, title=title, title_en=title_en, credit_code=code, layout=layout, port=first_port + at
        )
        for at, (name, title, title_en, code, layout) in enumerate(FACTORIES)
    )


async def join(brain: Node, brain_url: str, gateway: Node, factory: Factory, say: Say) -> None:
    """Take the steps that are still to be taken, wherever an earlier start got to."""
    if await _linked(brain, brain_url, gateway, factory):
        say(f"{factory.title}：已登记，双方已核对")
    async with gateway.database.transaction() as session:
        if not await equipment.tree(session):
            count = await _collecting(session, gateway, factory)
            await _business_system(session, gateway)
            say(f"{factory.title}：{count} 个测点在采集，已按用途同意共享")


async def _linked(brain: Node, brain_url: str, gateway: Node, factory: Factory) -> bool:
    """Whether anything was still to be done."""
    async with gateway.database.transaction() as session:
        link = await enrolling.standing(session)
    if link is not None and link.confirmed_at is not None:
        return False
    if link is None:
        async with brain.database.transaction() as session:
            code = (await inviting.invite(session, factory.credit_code, factory.title, BY)).code
        async with gateway.database.transaction() as session:
            link = await enrolling.enrol(session, gateway, brain_url, code, BY)
    async with brain.database.transaction() as session:
        with suppress(Conflict):  # an earlier start was killed after this
            await inviting.confirm(session, link.id, link.check_number, BY)
    async with gateway.database.transaction() as session:
        await enrolling.confirm(session, BY)
    return True


async def _collecting(session: AsyncSession, gateway: Node, factory: Factory) -> int:
    host = "127.0.0.1"
    settings: dict[type, dict[str, Any]] = {
        OpcUaPlace: {"kind": "opc_ua", "endpoint": f"opc.tcp://{host}:{factory.opc_ua_port}/"},
        MqttPlace: {
            "kind": "mqtt",
            "host": host,
            "port": factory.mqtt_port,
            "tls": False,
            "version": "3.1.1",
            "client_id": factory.name,
            "time": f"/{TIME}",
            "time_unit": "ms",
        },
        ModbusPlace: {"kind": "modbus_tcp", "host": host, "port": factory.modbus_port},
    }
    machines = await _machines(session, factory)
    names = {
        OpcUaPlace: "密炼、成型与硫化设备",
        MqttPlace: "挤出、压延与检验产线",
        ModbusPlace: "总电表与总蒸汽表",
    }
    numbers: dict[str, int] = {}
    for place, told in settings.items():
        source = await sources.add(session, gateway, names[place], sources.settings_of(told), None, BY)
        mine = [each for each in machines.offered if isinstance(each.place, place)]
        plans = [_plan(each, machines.equipment) for each in mine]
        added, _ = await points.add(session, source.id, plans, BY)
        numbers |= {each.tag.name: row.number for each, row in zip(mine, added, strict=True)}
    monitored = [numbers[each.tag.name] for each in machines.offered if each.tag.leaf in MONITORED]
    maintained = [
        numbers[each.tag.name]
        for each in machines.offered
        if each.tag.leaf in MAINTAINED and "/curing-" in each.tag.equipment
    ]
    figures = await _measured(session, factory, machines, numbers)
    await consenting.give(session, Terms(purpose="benchmark", kind="raw"), figures, "", OWNER)
    await consenting.give(
        session, Terms(purpose="monitoring", kind="sampled", seconds=60), monitored, "", OWNER
    )
    await consenting.give(session, Terms(purpose="maintenance", kind="raw"), maintained, "", OWNER)
    await records.give(session, ORDERS, "", OWNER)
    for each in machines.offered:
        if each.tag.leaf in ALARMED:
            await ruling.add(session, _alarm(each, numbers[each.tag.name]), OWNER)
    return len(numbers)


def _alarm(offer: Offer, number: int) -> Told:
    title, words, importance, action = ALARMED[offer.tag.leaf]
    rule = Rule(point=number, condition=Condition.DISCRETE, words=(words,), on_delay=STANDS)
    place = offer.tag.title.removesuffix(f" {offer.tag.title.rpartition(' ')[2]}")
    return Told(rule=rule, title=f"{place} {title}", importance=importance, action=action)


async def _business_system(session: AsyncSession, gateway: Node) -> None:
    """The plant's MES, which writes into the gateway's own inbox."""
    told = systems.of_preset(MES, str((gateway.folder / "inbox" / "mes.sqlite").absolute()))
    await systems.add(session, gateway, "示例 MES", told, None, BY)


async def _measured(
    session: AsyncSession, factory: Factory, machines: _Machines, numbers: dict[str, int]
) -> list[int]:
    """Every machine measured; the points of the plant's figures."""
    steps = {step.process: step for step in shipped(factory.layout).steps}
    for path in dict.fromkeys(each.tag.equipment for each in machines.offered if each.tag.leaf == "state"):
        step = steps[path.rpartition("/")[2].rpartition("-")[0]]
        told = Measure(
            state_point=numbers[f"{path}/state"],
            states=STATES,
            produced_point=numbers[f"{path}/made"],
            rejected_point=numbers.get(f"{path}/rejected"),
            energy_point=numbers[f"{path}/energy_kwh"],
            run_time=step.cycle_s,
            is_output=not step.makes,
        )
        await measures.set_up(session, machines.equipment[path], told, BY)
    return [each.number for each in await naming.named_points(session) if each.quantity]


async def _machines(session: AsyncSession, factory: Factory) -> _Machines:
    """The tree of equipment: the enterprise, its workshops, their machines."""
    layout = shipped(factory.layout)
    offered = offers(Plant(layout, 0, now()))  # which values there are does not depend on when
    top = await equipment.add(
        session, Unit(parent_id=None, level=Level.ENTERPRISE, code="factory", title=factory.title), BY
    )
    numbers = {layout.path: top.id}
    for path in dict.fromkeys(each.tag.equipment for each in offered):
        if path == layout.path:
            continue
        area, _, machine = path.rpartition("/")
        process, _, number = machine.partition("-")
        code = area.rpartition("/")[2]
        if area not in numbers:
            told = Unit(parent_id=top.id, level=Level.AREA, code=code, title=_area(code))
            numbers[area] = (await equipment.add(session, told, BY)).id
        unit = Unit(
            parent_id=numbers[area],
            level=Level.WORK_UNIT,
            code=machine,
            title=f"{MACHINES[process]} {number}",
            process=None if code == UTILITIES else MACHINES[process].removesuffix("机"),
        )
        numbers[path] = (await equipment.add(session, unit, BY)).id
    return _Machines(offered, numbers)


def _area(code: str) -> str:
    return "公用工程区" if code == UTILITIES else f"{MACHINES[code]}区"


def address_of(place: Place) -> dict[str, Any]:
    """As the gateway's driver for such a source is told it."""
    match place:
        case OpcUaPlace():
            return {"node": place.node}
        case MqttPlace():
            return {"topic": place.topic, "pointer": place.pointer}
        case ModbusPlace():
            told = {"unit": place.unit, "table": "input", "address": place.address, "type": place.type}
            return told | ({"bit": 0} if place.type == "bool" else {})


def _plan(offer: Offer, equipment_ids: dict[str, int]) -> Plan:
    tag = offer.tag
    machine = tag.equipment.rpartition("/")[2]
    numeric = tag.kind in ("number", "integer")
    point = Point(
        number=0,
        code=f"{machine}.{tag.leaf}",
        title=tag.title,
        kind=ValueKind(tag.kind),
        unit=UNITS.get(tag.unit, tag.unit) or None,
        low=tag.low if numeric and tag.high is not None else None,
        high=tag.high,
        sampling=5.0,
        domain=Domain.QUALITY if machine.startswith("inspection") else Domain.PRODUCTION,
    )
    return Plan(point=point, address=address_of(offer.place), equipment_id=equipment_ids[tag.equipment])
