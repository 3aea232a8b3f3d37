"""What collecting records, in its own words."""

from brain.kit.acts import Act, Kind

SOURCE = Kind(
    name="machine_source",
    title="设备来源",
    title_en="Source of machine data",
    page="/shop-floor/sources/{}",
    scope="shop_floor.see",
)
SOURCE_ADDED = Act(name="shop_floor.add_source", title="登记设备来源", title_en="Added a source", of=SOURCE)
SOURCE_CHANGED = Act(
    name="shop_floor.change_source", title="修改设备来源", title_en="Changed a source", of=SOURCE
)
SOURCE_SWITCHED_ON = Act(
    name="shop_floor.switch_on_source", title="启用设备来源", title_en="Switched a source on", of=SOURCE
)
SOURCE_SWITCHED_OFF = Act(
    name="shop_floor.switch_off_source", title="停用设备来源", title_en="Switched a source off", of=SOURCE
)
SOURCE_REMOVED = Act(
    name="shop_floor.remove_source", title="删除设备来源", title_en="Removed a source", of=SOURCE
)
POINTS_ADDED = Act(name="shop_floor.add_points", title="登记测点", title_en="Added points", of=SOURCE)

POINT = Kind(
    name="point", title="测点", title_en="Point", page="/shop-floor/points/{}", scope="shop_floor.see"
)
POINT_CHANGED = Act(name="shop_floor.change_point", title="修改测点", title_en="Changed a point", of=POINT)
POINT_RETIRED = Act(name="shop_floor.retire_point", title="停采测点", title_en="Retired a point", of=POINT)
POINT_REVIVED = Act(name="shop_floor.revive_point", title="恢复测点", title_en="Revived a point", of=POINT)
POINT_LIST = Kind(
    name="point_list", title="测点表", title_en="Point list", page="/shop-floor/point-list",
    scope="shop_floor.see",
)  # fmt: skip
LIST_TAKEN = Act(
    name="shop_floor.take_list", title="导入测点表", title_en="Took over a point list", of=POINT_LIST
)
LIST_UNDONE = Act(
    name="shop_floor.undo_list", title="撤销测点表的导入", title_en="Undid a point list", of=POINT_LIST
)
EQUIPMENT = Kind(
    name="equipment", title="设备", title_en="Equipment", page="/shop-floor/equipment/{}",
    scope="shop_floor.see",
)  # fmt: skip
EQUIPMENT_ADDED = Act(
    name="shop_floor.add_equipment", title="登记设备", title_en="Added equipment", of=EQUIPMENT
)
EQUIPMENT_CHANGED = Act(
    name="shop_floor.change_equipment", title="修改设备", title_en="Changed equipment", of=EQUIPMENT
)
EQUIPMENT_RETIRED = Act(
    name="shop_floor.retire_equipment", title="停用设备", title_en="Retired equipment", of=EQUIPMENT
)
STORE = Kind(
    name="store", title="采集缓存", title_en="Store of values", page="/shop-floor/store",
    scope="shop_floor.see",
)  # fmt: skip
LIMITS_SET = Act(
    name="shop_floor.set_limits", title="设置缓存上限", title_en="Set the limits of the store", of=STORE
)
CERTIFICATE = Kind(
    name="gateway_certificate", title="网关证书", title_en="Certificate of the gateway",
    page="/shop-floor/sources", scope="shop_floor.see",
)  # fmt: skip
CERTIFICATE_RENEWED = Act(
    name="shop_floor.renew_certificate", title="更换网关证书", title_en="Renewed the gateway's certificate",
    of=CERTIFICATE,
)  # fmt: skip

ACTS = (
    SOURCE_ADDED,
    SOURCE_CHANGED,
    SOURCE_SWITCHED_ON,
    SOURCE_SWITCHED_OFF,
    SOURCE_REMOVED,
    POINTS_ADDED,
    POINT_CHANGED,
    POINT_RETIRED,
    POINT_REVIVED,
    LIST_TAKEN,
    LIST_UNDONE,
    EQUIPMENT_ADDED,
    EQUIPMENT_CHANGED,
    EQUIPMENT_RETIRED,
    LIMITS_SET,
    CERTIFICATE_RENEWED,
)
