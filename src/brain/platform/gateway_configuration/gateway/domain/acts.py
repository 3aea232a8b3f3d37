"""What the audit log says of remote configuration."""

from typing import Final

from brain.kit.acts import Act, Kind

KEY: Final = Kind(
    name="configuration_key",
    title="配置管理员的公钥",
    title_en="Key of a configuration's signer",
    page="/gateway-configuration",
    scope="gateway_configuration.see",
)
DOCUMENT: Final = Kind(
    name="gateway_configuration",
    title="远程配置",
    title_en="Remote configuration",
    page="/gateway-configuration/{}",
    scope="gateway_configuration.see",
)
KEY_ADDED: Final = Act(
    name="gateway_configuration.add_key", title="登记配置管理员的公钥", title_en="Registered a key", of=KEY
)
KEY_REVOKED: Final = Act(
    name="gateway_configuration.revoke_key", title="吊销配置管理员的公钥", title_en="Revoked a key", of=KEY
)
APPLIED: Final = Act(
    name="gateway_configuration.apply", title="应用远程配置", title_en="Applied a configuration", of=DOCUMENT
)
UNDONE: Final = Act(
    name="gateway_configuration.undo", title="撤销远程配置", title_en="Undid a configuration", of=DOCUMENT
)
ACTS: Final = (KEY_ADDED, KEY_REVOKED, APPLIED, UNDONE)
