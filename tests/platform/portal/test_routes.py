"""Menu, to-dos and messages through HTTP."""

from brain.kit.events import Notice, Settled, announce
from tests.conftest import RunningNode


async def tell(centre: RunningNode, *notices: Notice | Settled) -> None:
    async with centre.node.database.transaction() as session:
        for notice in notices:
            await announce(session, notice)


def todo(**changes: object) -> Notice:
    given = {
        "kind": "todo",
        "title": "审批申请",
        "title_en": "Review",
        "link": "/x",
        "key": "a/1",
        "scope": "exchange.review",
    }
    return Notice(**{**given, **changes})  # type: ignore[arg-type]


async def test_a_todo_reaches_those_who_hold_its_scope_and_leaves_when_settled(centre: RunningNode) -> None:
    reviewer, other = await centre.person("exchange.review"), await centre.person()

    await tell(centre, todo())
    seen, unseen = await reviewer.get("/api/portal/todos"), await other.get("/api/portal/todos")
    await tell(centre, Settled(key="a/1"))
    done = await reviewer.get("/api/portal/todos?done=false")

    assert [item["title"] for item in seen.json()["items"]] == ["审批申请"]
    assert unseen.json()["total"] == 0
    assert done.json()["total"] == 0
    assert (await reviewer.get("/api/portal/counts")).json() == {"todos": 0, "unread": 0}


async def test_the_same_cause_makes_one_open_todo(centre: RunningNode) -> None:
    reviewer = await centre.person("exchange.review")

    await tell(centre, todo(), todo())
    await tell(centre, Settled(key="a/1"), todo())

    assert (await reviewer.get("/api/portal/todos")).json()["total"] == 2
    assert (await reviewer.get("/api/portal/todos?done=false")).json()["total"] == 1


async def test_a_message_is_read_by_each_for_himself(centre: RunningNode) -> None:
    one, two = await centre.person(), await centre.person()
    await tell(centre, todo(kind="message", key=None, scope=None), todo(kind="message", key=None, scope=None))
    first = (await one.get("/api/portal/messages")).json()["items"][0]["id"]

    await one.post(f"/api/portal/messages/{first}/read")
    await one.post(f"/api/portal/messages/{first}/read")
    await two.post("/api/portal/messages/read-all")

    assert (await one.get("/api/portal/counts")).json()["unread"] == 1
    assert (await two.get("/api/portal/counts")).json()["unread"] == 0


async def test_a_message_for_another_organisation_is_neither_seen_nor_marked(centre: RunningNode) -> None:
    mine, other = await centre.person(organisation="甲公司"), await centre.person(organisation="乙公司")
    organisation_id = (await mine.get("/api/session")).json()["organisation"]["id"]
    await tell(centre, todo(kind="message", key=None, scope=None, organisation_id=organisation_id))
    message = (await mine.get("/api/portal/messages")).json()["items"][0]

    marked = await other.post(f"/api/portal/messages/{message['id']}/read")

    assert (await other.get("/api/portal/messages")).json()["total"] == 0
    assert marked.status_code == 204
    assert (await mine.get("/api/portal/counts")).json()["unread"] == 1


async def test_the_menu_shows_only_what_the_caller_may_open(centre: RunningNode) -> None:
    plain, administrator = await centre.person(), await centre.person("identity.see_accounts")

    mine = (await plain.get("/api/portal/menu")).json()["groups"]
    theirs = (await administrator.get("/api/portal/menu")).json()["groups"]

    assert [item["name"] for group in mine for item in group["items"]] == ["home", "todos", "messages"]
    assert [group["name"] for group in theirs] == ["workbench", "administration"]


async def test_portal_routes_need_a_session_but_the_nodes_name_does_not(centre: RunningNode) -> None:
    stranger = await centre.client()

    closed = [
        (await stranger.get(f"/api/portal/{page}")).status_code
        for page in ("menu", "todos", "messages", "counts")
    ]
    facts = (await stranger.get("/api/node")).json()

    assert closed == [401] * 4
    assert (facts["kind"], facts["title"], facts["sampleData"]) == (
        "capability_centre",
        "山东省产业大脑能力中心",
        False,
    )


async def test_an_unknown_page_is_a_404_in_json_below_the_interfaces(centre: RunningNode) -> None:
    answer = await (await centre.client()).get("/api/nothing-here")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer.headers["x-trace-id"] == answer.json()["traceId"]
    assert "default-src 'self'" in answer.headers["content-security-policy"]


async def test_todos_are_searched_and_sorted_and_an_unknown_order_is_refused(centre: RunningNode) -> None:
    reviewer = await centre.person("exchange.review")
    await tell(centre, todo(key="a", title="甲公司申请"), todo(key="b", title="乙公司申请"))

    searched = (await reviewer.get("/api/portal/todos?q=甲公司")).json()
    oldest_first = (await reviewer.get("/api/portal/todos?sort=createdAt")).json()
    refused = await reviewer.get("/api/portal/todos?sort=password")

    assert [item["title"] for item in searched["items"]] == ["甲公司申请"]
    assert [item["title"] for item in oldest_first["items"]] == ["甲公司申请", "乙公司申请"]
    assert (refused.status_code, refused.json()["fields"][0]["loc"]) == (422, "/query/sort")
