"""What the brain's side of the link records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind

FACTORY = Kind(
    name="factory",
    title="工厂",
    title_en="Factory",
    page="/factory-link/factories/{}",
    scope="factory_link.see",
)


def _act(verb: str, title: str, title_en: str) -> Act:
    return Act(name=f"factory_link.{verb}", title=title, title_en=title_en, of=FACTORY)


INVITED: Final = _act("invite", "邀请工厂接入", "Invited a factory")
CLAIMED: Final = _act("claim", "工厂凭注册码提交登记", "Factory enrolled with its code")
CONFIRMED: Final = _act("confirm", "确认工厂接入", "Confirmed a factory")
SUSPENDED: Final = _act("suspend", "停用工厂的链接", "Suspended a factory's link")
RESUMED: Final = _act("resume", "恢复工厂的链接", "Resumed a factory's link")
REVOKED: Final = _act("revoke", "吊销工厂的链接", "Revoked a factory's link")
KEY_CHANGED: Final = _act("change_key", "工厂更换密钥", "Factory changed its key")
CONSENTS_CHANGED: Final = _act("change_consents", "工厂更改同意书", "Factory changed its consents")
READ: Final = _act("read", "查看工厂数据", "Read a factory's data")
ACTS: Final = (
    INVITED,
    CLAIMED,
    CONFIRMED,
    SUSPENDED,
    RESUMED,
    REVOKED,
    KEY_CHANGED,
    CONSENTS_CHANGED,
    READ,
)
