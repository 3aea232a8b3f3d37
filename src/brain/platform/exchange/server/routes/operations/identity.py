"""身份认证: token and revocation endpoints (RFC 6749, RFC 7009) and the clock."""

from base64 import b64decode
from binascii import Error as NotBase64
from datetime import timedelta
from urllib.parse import unquote_plus

from brain.kit.clock import now
from brain.kit.errors import TooMany
from brain.platform.exchange.codes import BadClient, BadGrant, NotOpened
from brain.platform.exchange.messages.base import Answer
from brain.platform.exchange.messages.identity import TimeAnswer, TokenAnswer
from brain.platform.exchange.protocol import BASE_PATH, TOKEN_PATH
from brain.platform.exchange.server.domain.admission import Client
from brain.platform.exchange.server.routes.call import Call, Operation
from brain.platform.exchange.server.service import tokens


async def _authenticate(call: Call, form: dict[str, str]) -> Client:
    """By Basic authentication or by the form, not by both (RFC 6749, 2.3.1)."""
    client_id, client_secret = form.get("client_id"), form.get("client_secret")
    authorization = call.header("Authorization")
    if authorization is not None:
        if client_secret is not None:
            raise BadGrant("只能用一种方式提交标识码与密钥", error="invalid_request")
        client_id, client_secret = _basic(authorization)
    if not client_id or not client_secret:
        raise BadClient("缺少标识码或密钥")
    attempt = tokens.Attempt(client_id=client_id, client_secret=client_secret, address=call.address)
    return await tokens.authenticate(call.environment.node, attempt)


def _basic(authorization: str) -> tuple[str, str]:
    scheme, _, encoded = authorization.partition(" ")
    try:
        name, _, secret = b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (NotBase64, UnicodeDecodeError) as error:
        raise BadClient("Authorization 请求头格式不正确") from error
    if scheme.lower() != "basic":
        raise BadClient("令牌接口使用 Basic 认证")
    return unquote_plus(name), unquote_plus(secret)


async def issue(call: Call) -> TokenAnswer:
    form = await call.form()
    client = await _authenticate(call, form)
    grant = form.get("grant_type")
    if not grant:
        raise BadGrant("缺少 grant_type", error="invalid_request")
    if grant != "client_credentials":
        raise BadGrant("只支持 client_credentials", error="unsupported_grant_type")
    wanted = form.get("scope", "").split()
    return tokens.issue(call.environment.node, client, wanted, _lifetime(call, form))


def _lifetime(call: Call, form: dict[str, str]) -> timedelta:
    """The sandbox gives shorter ones on request, so that expiry can be tested."""
    wanted = form.get("lifetime", "")
    if (
        call.environment.is_sandbox
        and wanted.isdecimal()
        and 0 < int(wanted) < tokens.LIFETIME.total_seconds()
    ):
        return timedelta(seconds=int(wanted))
    return tokens.LIFETIME


async def revoke(call: Call) -> Answer:
    form = await call.form()
    client = await _authenticate(call, form)
    if not form.get("token"):
        raise BadGrant("缺少 token", error="invalid_request")
    await tokens.revoke(call.environment.node, client, form["token"])
    return Answer()


async def tell_time(call: Call) -> TimeAnswer:
    at = now()
    return TimeAnswer(time=at, timestamp=int(at.timestamp() * 1000))


GROUP = "身份认证"
OPERATIONS = (
    Operation(
        method="POST",
        path=TOKEN_PATH,
        title="获取访问令牌",
        description="OAuth 2.0 客户端凭证方式（RFC 6749 4.4）。"
        "表单参数：grant_type=client_credentials、scope（可选）；"
        "标识码与密钥用 Basic 认证或表单参数 client_id、client_secret 提交。连续失败会被延时锁定。",
        handler=issue,
        answer=TokenAnswer,
        group=GROUP,
        access="client",
        refusals=(BadClient, BadGrant, NotOpened, TooMany),
    ),
    Operation(
        method="POST",
        path="/oauth/revoke",
        title="撤销访问令牌",
        description="RFC 7009。表单参数：token。",
        handler=revoke,
        answer=Answer,
        group=GROUP,
        access="client",
        refusals=(BadClient, BadGrant, NotOpened, TooMany),
    ),
    Operation(
        method="GET",
        path=f"{BASE_PATH}/time",
        title="标准时间",
        description="省级产业数据仓的时间，供校时参考；时间戳偏差超过五分钟的调用会被拒绝。",
        handler=tell_time,
        answer=TimeAnswer,
        group=GROUP,
        access="open",
    ),
)
