"""联调测试: the checks that a conformance run executes, the report of a run, and what both sides sign."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from brain.kit.crypto import sm3
from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.messages.base import Answer, Instant, Line, Part, Request, Text
from brain.platform.exchange.protocol import InterfaceClass

Group = Literal["identity", "signature", "rules", "enterprise", "report", "distribution"]


class Check(msgspec.Struct, frozen=True):
    """One check; its last call must be answered with this code and HTTP status.

    `status` 0: the connection breaks and there is no answer to the first call; the last call counts.
    """

    id: str
    group: Group
    title: str
    code: RespCode
    status: int


_OK, _FAIL, _CLOSED = RespCode.SUCCESS, RespCode.FAILURE, RespCode.NOT_OPENED
_SIGN, _REQUIRED, _TRANSFER = RespCode.SIGNATURE, RespCode.REQUIRED, RespCode.TRANSFER

CHECKS: tuple[Check, ...] = (
    Check("token.obtained", "identity", "用标识码与密钥取得访问令牌", _OK, 200),
    Check("token.wrong_secret", "identity", "密钥错误被拒绝", _CLOSED, 401),
    Check("token.wrong_grant", "identity", "不支持的授权方式被拒绝", _FAIL, 400),
    Check("token.wrong_scope", "identity", "申请未开通的权限被拒绝", _FAIL, 400),
    Check("token.missing", "identity", "不带令牌的调用被拒绝", _CLOSED, 401),
    Check("token.expired", "identity", "过期令牌被拒绝", _CLOSED, 401),
    Check("token.revoked", "identity", "已撤销的令牌被拒绝", _CLOSED, 401),
    Check("scope.missing", "identity", "令牌不含该接口类权限时被拒绝", _CLOSED, 403),
    Check("scene.not_opened", "identity", "未开通的场景被拒绝", _CLOSED, 403),
    Check("user.not_opened", "identity", "代表未登记的用户调用被拒绝", _CLOSED, 403),
    Check("signature.missing", "signature", "缺少验签参数被拒绝", _SIGN, 400),
    Check("signature.wrong", "signature", "签名错误被拒绝", _SIGN, 400),
    Check("signature.replayed", "signature", "重放的请求被拒绝", _SIGN, 400),
    Check("signature.clock_offset", "signature", "时间戳偏离五分钟以上被拒绝", _SIGN, 400),
    Check("rules.verb", "rules", "GET、POST 以外的方法被拒绝", _FAIL, 405),
    Check("rules.failure", "rules", "服务端失败时得到 -1", _FAIL, 500),
    Check("rules.timeout", "rules", "处理超时得到 105", RespCode.TIMEOUT, 504),
    Check("rules.slow", "rules", "缓慢的应答仍被正确接收", _OK, 200),
    Check("rules.rate_limit", "rules", "超过频率限制得到 429", _FAIL, 429),
    Check("enterprise.by_code", "enterprise", "按统一社会信用代码查询五类信息", _OK, 200),
    Check("enterprise.by_name", "enterprise", "按名称查询", _OK, 200),
    Check("enterprise.unknown", "enterprise", "未匹配到企业得到 106 与候选", RespCode.NO_ENTERPRISE, 404),
    Check("enterprise.key_missing", "enterprise", "不给代码也不给名称得到 103", _REQUIRED, 422),
    Check("enterprise.batch", "enterprise", "批量查询逐条返回结果", _OK, 200),
    Check("enterprise.chain_pull", "enterprise", "按产业链拉取，游标翻页不重不漏", _OK, 200),
    Check("enterprise.changes", "enterprise", "拉取指定时间以来的变更", _OK, 200),
    Check("report.accepted", "report", "每个已开通场景的样例数据上报成功", _OK, 200),
    Check("report.required_missing", "report", "缺少必填项得到 103 与位置", _REQUIRED, 422),
    Check("report.snake_case", "report", "下划线命名被拒绝", _TRANSFER, 422),
    Check("report.malformed", "report", "不是合法 JSON 被拒绝", _TRANSFER, 422),
    Check("report.wrong_encoding", "report", "非 UTF-8 编码被拒绝", _TRANSFER, 422),
    Check("report.too_large", "report", "超过 10M 字节被拒绝", _TRANSFER, 413),
    Check("report.digest_mismatch", "report", "正文与摘要不符被拒绝", _TRANSFER, 409),
    Check("report.repeated", "report", "重发同一分片不重复入账", _OK, 200),
    Check("report.altered", "report", "同一分片换内容被拒绝", _TRANSFER, 409),
    Check("report.split", "report", "分片上报齐全后成批", _OK, 200),
    Check("report.resumed", "report", "连接中断后续传成功", _OK, 200),
    Check("report.ledger", "report", "对账台账与本次上报一致", _OK, 200),
    Check("distribution.pulled", "distribution", "拉取下发数据", _OK, 200),
    Check("distribution.acknowledged", "distribution", "确认后不再重复下发", _OK, 200),
)


def checks_for(classes: list[InterfaceClass]) -> list[Check]:
    """The checks that a client granted these interface classes has to pass."""
    groups: set[Group] = {"identity", "signature", "rules"}
    if InterfaceClass.ENTERPRISE in classes:
        groups.add("enterprise")
    if InterfaceClass.GOVERNANCE in classes or InterfaceClass.SYNERGY in classes:
        groups.add("report")
    if InterfaceClass.DISTRIBUTION in classes:
        groups.add("distribution")
    return [check for check in CHECKS if check.group in groups]


class CheckResult(Request, kw_only=True):
    """What the brain saw; by `request_ids` (X-Request-Id, chosen by the brain) the centre finds the calls."""

    id: Line
    passed: bool
    milliseconds: Annotated[int, Meta(ge=0)]
    request_ids: Annotated[list[Line], Meta(max_length=200)]
    observed: Annotated[str, Meta(max_length=2000)]


class ConformanceRun(Request, kw_only=True):
    run_id: Line
    software: Line
    started_at: Instant
    finished_at: Instant
    results: Annotated[list[CheckResult], Meta(min_length=1, max_length=200)]


class ConformanceReport(Request, kw_only=True):
    """`signature` is made by `algorithm` with the sandbox sign key over `statement(run)`."""

    run: ConformanceRun
    algorithm: Line
    signature: Line


class CheckProblem(Part, kw_only=True):
    id: str
    message: Text


class ConformanceAnswer(Answer, kw_only=True):
    """The centre's verdict and its signature (same key and algorithm) over `verdict_statement`."""

    run_id: str
    verdict: Literal["passed", "failed"]
    problems: list[CheckProblem]
    countersigned_at: Instant
    countersignature: str


def statement(run: ConformanceRun) -> bytes:
    """What the brain signs."""
    return b"conformance-run\n" + sm3(msgspec.json.encode(run)).encode()


def verdict_statement(run: ConformanceRun, verdict: str, countersigned_at: datetime) -> bytes:
    """What the centre signs."""
    return statement(run) + f"\n{verdict}\n{int(countersigned_at.timestamp())}".encode()
