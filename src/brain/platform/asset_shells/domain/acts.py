"""What shells record, in their own words."""

from typing import Final

from brain.kit.acts import Act, Kind

SHELL: Final = Kind(
    name="asset_shell", title="资产管理壳", title_en="Asset Administration Shell", page="/asset-shells/{}",
    scope="asset_shells.see",
)  # fmt: skip
PLATE_TOLD: Final = Act(
    name="asset_shells.tell_plate", title="填写设备铭牌", title_en="Told a name plate", of=SHELL
)
EXPORTED: Final = Act(
    name="asset_shells.export", title="导出资产管理壳", title_en="Exported shells", of=SHELL
)
ACTS: Final = (PLATE_TOLD, EXPORTED)
