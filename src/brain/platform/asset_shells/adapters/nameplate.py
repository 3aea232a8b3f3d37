"""Digital name plate, IDTA 02006-2-0: what was told of it. A template asks for more; nothing is made up."""

from typing import Final

from basyx.aas import model
from basyx.aas.model import datatypes

from brain.platform.asset_shells.adapters.elements import submodel, text, typed, words
from brain.platform.asset_shells.domain.shells import Shell

_SEMANTIC: Final = "https://admin-shell.io/zvei/nameplate/2/0/Nameplate"
SERIAL_NUMBER: Final = "0173-1#02-AAM556#002"


def nameplate(shell: Shell) -> model.Submodel | None:
    """None where nothing was told."""
    plate = shell.plate
    held = [
        *text("URIOfTheProduct", plate.product_uri, "0173-1#02-AAY811#001"),
        *words("ManufacturerName", plate.maker, "0173-1#02-AAO677#002"),
        *words("ManufacturerProductDesignation", plate.designation, "0173-1#02-AAW338#001"),
        *words("ManufacturerProductFamily", plate.family, "0173-1#02-AAU731#001"),
        *words("ManufacturerProductType", plate.model, "0173-1#02-AAO057#002"),
        *words("OrderCodeOfManufacturer", plate.order_code, "0173-1#02-AAO227#002"),
        *words("ProductArticleNumberOfManufacturer", plate.article_number, "0173-1#02-AAO676#003"),
        *text("SerialNumber", plate.serial, SERIAL_NUMBER),
        *text("YearOfConstruction", str(plate.year) if plate.year else None, "0173-1#02-AAP906#001"),
        *typed("DateOfManufacture", datatypes.Date, _date(shell), "0173-1#02-AAR972#002"),
        *words("HardwareVersion", plate.hardware, "0173-1#02-AAN270#002"),
        *words("FirmwareVersion", plate.firmware, "0173-1#02-AAM985#002"),
        *words("SoftwareVersion", plate.software, "0173-1#02-AAM737#002"),
        *text("CountryOfOrigin", plate.country, "0173-1#02-AAO259#004"),
    ]
    return submodel(shell.identifier("nameplate"), "Nameplate", held, _SEMANTIC) if held else None


def _date(shell: Shell) -> datatypes.Date | None:
    day = shell.plate.made_on
    return datatypes.Date(day.year, day.month, day.day) if day else None
