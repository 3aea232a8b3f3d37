"""Annex 3, appendix A: the one table from refusal to response code; no other file knows the numbers."""

from enum import StrEnum

from brain.kit.errors import Refusal, TooLarge


class RespCode(StrEnum):
    SUCCESS = "100"
    FAILURE = "-1"
    NOT_OPENED = "101"
    SIGNATURE = "102"
    REQUIRED = "103"
    TRANSFER = "104"
    TIMEOUT = "105"
    NO_ENTERPRISE = "106"


# Table A.2, word for word.
DEFINITIONS = {
    RespCode.SUCCESS: "响应成功",
    RespCode.FAILURE: "响应失败",
    RespCode.NOT_OPENED: "未开通数据交换",
    RespCode.SIGNATURE: "验签参数异常",
    RespCode.REQUIRED: "必填项不可为空",
    RespCode.TRANSFER: "数据传输异常",
    RespCode.TIMEOUT: "数据传输超时",
    RespCode.NO_ENTERPRISE: "未匹配到企业",
}


class NotOpened(Refusal):
    """Client, interface class, scene, user or address not opened; 401 when the token itself is at fault."""

    status, code = 403, "not_opened"


class BadToken(Refusal):
    """RFC 6750 §3.1: missing, malformed, expired or revoked token."""

    status, code = 401, "invalid_token"


class BadClient(Refusal):
    """RFC 6749 §5.2: unknown client or wrong secret at the token endpoint."""

    status, code = 401, "invalid_client"


class BadGrant(Refusal):
    """RFC 6749 §5.2: `invalid_request`, `unsupported_grant_type`, `invalid_scope`; `error` says which."""

    status, code = 400, "bad_grant"


class BadSignature(Refusal):
    """Signature headers missing or malformed, wrong, replayed, or outside the window of time."""

    status, code = 400, "bad_signature"


class FieldsMissing(Refusal):
    """`errors` hold a JSON pointer and a sentence for each required field that is absent or blank."""

    status, code = 422, "fields_missing"


class BadPayload(Refusal):
    """Broken JSON, wrong encoding, or data that do not follow the interface description."""

    status, code = 422, "bad_payload"


class BadDigest(Refusal):
    """The body does not have the digest that was signed, or a part was sent before with other content."""

    status, code = 409, "bad_digest"


class BrokenTransfer(Refusal):
    status, code = 400, "broken_transfer"


class WrongMediaType(Refusal):
    status, code = 415, "wrong_media_type"


class DeadlinePassed(Refusal):
    """The body did not arrive in time."""

    status, code = 408, "deadline_passed"


class AnswerTooLate(Refusal):
    """The server did not finish in time."""

    status, code = 504, "answer_too_late"


class EnterpriseNotMatched(Refusal):
    """`candidates` are the nearest enterprises."""

    status, code = 404, "enterprise_not_matched"


TABLE: dict[type[Refusal], RespCode] = {
    NotOpened: RespCode.NOT_OPENED,
    BadToken: RespCode.NOT_OPENED,
    BadClient: RespCode.NOT_OPENED,
    BadGrant: RespCode.FAILURE,
    BadSignature: RespCode.SIGNATURE,
    FieldsMissing: RespCode.REQUIRED,
    BadPayload: RespCode.TRANSFER,
    BadDigest: RespCode.TRANSFER,
    BrokenTransfer: RespCode.TRANSFER,
    WrongMediaType: RespCode.TRANSFER,
    TooLarge: RespCode.TRANSFER,
    DeadlinePassed: RespCode.TIMEOUT,
    AnswerTooLate: RespCode.TIMEOUT,
    EnterpriseNotMatched: RespCode.NO_ENTERPRISE,
}


def resp_code(refusal: Refusal) -> RespCode:
    """−1 for refusals that annex 3 has no code for (unknown address, verb, too many calls)."""
    found = (TABLE[kind] for kind in type(refusal).__mro__ if kind in TABLE)
    return next(found, RespCode.FAILURE)
