"""The brain's application for data exchange: when it may be edited, and what each state asks of us."""

from collections.abc import Collection

from brain.platform.exchange.protocol import ApplicationState

EDITABLE = frozenset({ApplicationState.DRAFT, ApplicationState.RETURNED})

# What the people of the brain have to do when the application has reached this state.
NEXT_STEPS = {
    ApplicationState.RETURNED: "申请被退回，请按意见修改后重新提交",
    ApplicationState.APPROVED_FOR_TEST: "已同意联调，请领取联调凭证并发起联调测试",
    ApplicationState.TEST_FAILED: "联调未通过，请按清单整改后再次联调",
    ApplicationState.ACTIVE: "已开通，请领取正式凭证",
    ApplicationState.SUSPENDED: "数据交换已被暂停，请联系省级能力中心",
    ApplicationState.EXPIRED: "数据交换已到期，请申请续期",
}
NEXT_STEPS_EN = {
    ApplicationState.RETURNED: "The application was returned: amend it and submit again",
    ApplicationState.APPROVED_FOR_TEST: "Approved: collect the sandbox credentials and start the joint test",
    ApplicationState.TEST_FAILED: "The joint test failed: rectify and test again",
    ApplicationState.ACTIVE: "Opened: collect the production credentials",
    ApplicationState.SUSPENDED: "Data exchange is suspended: contact the centre",
    ApplicationState.EXPIRED: "Data exchange has expired: apply for renewal",
}


def next_step(state: str, collectable: Collection[str]) -> ApplicationState | None:
    """The state that asks something of us now: an open exchange only until its credentials are collected."""
    reached = ApplicationState(state)
    if reached is ApplicationState.ACTIVE and "production" not in collectable:
        return None
    return reached if reached in NEXT_STEPS else None


def is_editable(state: str) -> bool:
    return state in EDITABLE
