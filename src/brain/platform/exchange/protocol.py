"""The wire protocol of annex 3 as both sides speak it: paths, headers, classes, limits.

GET and POST only, JSON in UTF-8, camelCase. Every answer is an object with `respCode`, `respDesc` and
`requestId`; every refusal adds `reason`, a stable English word (`code` of the classes in `codes.py`), and
where it helps `errors` [{loc, message}] (first 100, JSON pointers), `candidates`, `retryAfter`.
HTTP status and `respCode` agree: 100 with 200; 101 with 401 (token, client) or 403 (interface class, scene,
user, address), at the token endpoint also 400 (RFC 6749, 5.2); 102 with 400; 103 with 422; 104 with 400, 409,
413, 415 or 422; 105 with 408 or 504; 106 with 404; -1 with everything else (400, 404, 405, 409, 429 with
Retry-After, 500, 503).
Repeat after 105, 429, 5xx and network errors, never after 101-104 and 106. After a 401 fetch one new token.
Fields without a value are left out; null is refused.
"""

from datetime import timedelta
from enum import StrEnum

TOKEN_PATH = "/oauth/token"  # noqa: S105 - a path
REVOKE_PATH = "/oauth/revoke"
BASE_PATH = "/exchange/v1"
SANDBOX_PREFIX = "/sandbox"

MAX_BODY = 10 * 1024 * 1024  # annex 3, 2.4 d
MAX_SKEW = timedelta(minutes=5)
MAX_ERRORS = 100
MAX_KEYS = 1_000
MAX_PARTS = 10_000
PAGE_LIMIT = 500

ALGORITHM_HEADER = "X-Brain-Algorithm"
TIMESTAMP_HEADER = "X-Brain-Timestamp"
NONCE_HEADER = "X-Brain-Nonce"
DIGEST_HEADER = "X-Brain-Digest"
SIGNATURE_HEADER = "X-Brain-Signature"
SCENE_HEADER = "X-Brain-Scene"
USER_HEADER = "X-Brain-On-Behalf-Of"
PROVOKE_HEADER = "X-Brain-Provoke"
REQUEST_ID_HEADER = "X-Request-Id"
# On every answer: "gzip" when request bodies may be compressed so.
ACCEPT_ENCODING_HEADER = "X-Brain-Accept-Encoding"


class InterfaceClass(StrEnum):
    """The interface classes of annex 3, 3.3; the value is the OAuth scope that opens the class."""

    ENTERPRISE = "enterprise"
    GOVERNANCE = "governance"
    SYNERGY = "synergy"
    DISTRIBUTION = "distribution"


CLASS_TITLES = {
    InterfaceClass.ENTERPRISE: "企业基本信息类",
    InterfaceClass.GOVERNANCE: "产业精准治理类",
    InterfaceClass.SYNERGY: "产业协同创新类",
    InterfaceClass.DISTRIBUTION: "数据下发类",
}


class EnterpriseFamily(StrEnum):
    """Annex 3, 3.3 b."""

    BASIC = "basic"
    PATENTS = "patents"
    TRADEMARKS = "trademarks"
    INVESTMENTS = "investments"
    HONOURS = "honours"


FAMILY_TITLES = {
    EnterpriseFamily.BASIC: "企业基础工商信息",
    EnterpriseFamily.PATENTS: "企业专利信息",
    EnterpriseFamily.TRADEMARKS: "企业商标信息",
    EnterpriseFamily.INVESTMENTS: "对外投资信息",
    EnterpriseFamily.HONOURS: "企业荣誉信息",
}


class ApplicationState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED_FOR_TEST = "approved_for_test"
    TESTING = "testing"
    TEST_FAILED = "test_failed"
    TEST_PASSED = "test_passed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    EXPIRED = "expired"


STATE_TITLES = {
    ApplicationState.DRAFT: "草稿",
    ApplicationState.SUBMITTED: "待审核",
    ApplicationState.RETURNED: "已退回",
    ApplicationState.APPROVED_FOR_TEST: "同意联调",
    ApplicationState.TESTING: "联调中",
    ApplicationState.TEST_FAILED: "联调未通过（整改）",
    ApplicationState.TEST_PASSED: "联调通过",
    ApplicationState.ACTIVE: "已开通",
    ApplicationState.SUSPENDED: "已暂停",
    ApplicationState.REVOKED: "已撤销",
    ApplicationState.EXPIRED: "已到期",
}
