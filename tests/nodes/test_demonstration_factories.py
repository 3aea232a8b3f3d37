"""What the demonstration's gateways are told of the simulated machines."""

from datetime import UTC, datetime

import pytest
from pydantic import BaseModel

from brain.nodes.demonstration.factories import FACTORIES, STATES, UNITS, address_of, factories
from brain.platform.performance.contract import TimeElement
from brain.platform.shop_floor.adapters.drivers.modbus_registers import ModbusAddress
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttAddress
from brain.platform.shop_floor.adapters.drivers.opc_ua_nodes import OpcUaAddress
from brain.simulation.__main__ import begun
from brain.simulation.serving.offer import ModbusPlace, MqttPlace, OpcUaPlace, offers
from brain.simulation.tyre_plant.records import State

ADDRESSES: dict[type, type[BaseModel]] = {
    OpcUaPlace: OpcUaAddress,
    MqttPlace: MqttAddress,
    ModbusPlace: ModbusAddress,
}


def test_every_state_of_a_machine_counts_as_something() -> None:
    assert set(STATES) == set(State)
    assert STATES["setup"] is TimeElement.SETUP


@pytest.mark.parametrize("layout", [each[-1] for each in FACTORIES])
def test_every_value_offered_has_an_address_its_driver_accepts_and_a_unit_people_read(layout: str) -> None:
    offered = offers(begun(layout, 7, datetime(2026, 7, 1, 2, tzinfo=UTC)))

    assert {type(each.place) for each in offered} == set(ADDRESSES)
    for each in offered:
        ADDRESSES[type(each.place)].model_validate(address_of(each.place))
        unit = UNITS.get(each.tag.unit, each.tag.unit)
        assert "{" not in unit
        assert not unit or each.tag.kind in ("number", "integer")


def test_no_two_factories_share_a_port() -> None:
    ports = [port for each in factories(8103) for port in each.ports]

    assert len(set(ports)) == len(ports) == 4 * len(FACTORIES)
