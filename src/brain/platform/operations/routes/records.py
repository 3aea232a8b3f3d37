"""Records: looked for, looked at, traced, added up, entered and withdrawn by people."""

from typing import Annotated

from fastapi import APIRouter, Query, status
from pydantic import AfterValidator, AwareDatetime

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage, without_null
from brain.platform.operations.domain.kinds import KINDS
from brain.platform.operations.queries import lists, records
from brain.platform.operations.queries.lists import Wanted
from brain.platform.operations.routes.access import (
    CHANGED,
    FOUND,
    SEEN,
    CanEnter,
    CanSee,
    Id,
    KindName,
    kind_of,
    told,
    view,
)
from brain.platform.operations.schemas import (
    CharacteristicView,
    DefectView,
    EnergyUseView,
    GenealogyView,
    LotView,
    NewRecord,
    OrdersSummary,
    ProductQualityView,
    RecordDetail,
    RecordKindView,
    RecordView,
    StockBalanceView,
)
from brain.platform.operations.service import entering, figures
from brain.platform.operations.service.figures import LotStep
from brain.platform.operations.service.reading import known_machines

router = APIRouter(prefix="/api/operations", tags=["业务记录"])
Lot = Annotated[str | None, Query(max_length=200, description="批号"), AfterValidator(without_null)]
State = Annotated[str | None, Query(max_length=40, description="状态"), AfterValidator(without_null)]


@router.get("/kinds", response_model=list[RecordKindView], responses=refusals(Unauthenticated, Forbidden))
async def all_kinds(caller: CanSee) -> list[RecordKindView]:
    """记录有哪些类别，各有哪些字段。"""
    return [RecordKindView.model_validate(kind) for kind in KINDS.values()]


@router.get("/records", response_model=Page[RecordView], responses=SEEN)
async def all_records(  # noqa: PLR0913, PLR0917 - what a list is narrowed by
    session: Session,
    caller: CanSee,
    kind: KindName,
    paging: WantedPage,
    search: Search = None,
    state: State = None,
    system_id: Annotated[int | None, Query(alias="systemId", ge=1, le=2**63 - 1)] = None,
    lot: Lot = None,
    sort: Annotated[str | None, Query(pattern="^-?at$")] = None,
) -> Page[RecordView]:
    """一类记录现在的样子，默认时间近的在前。"""
    wanted = Wanted(
        kind=kind_of(kind).name,
        search=search,
        state=state,
        system_id=system_id,
        lot=lot,
        oldest_first=sort == "at",
    )
    found, total = await lists.of_kind(session, wanted, limit=paging.page_size, offset=paging.offset)
    machines = await known_machines(session)
    items = [view(row, system, machines) for row, system in found]
    return Page[RecordView](items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/records", response_model=RecordView, status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Invalid, Conflict),
)  # fmt: skip
async def enter(session: Session, caller: CanEnter, body: NewRecord) -> RecordView:
    """填报一条记录；同一编号再填就是修订，旧的留着。"""
    row, system = await entering.enter(session, kind_of(body.kind), body.cells, caller.username)
    return view(row, system, await known_machines(session))


@router.get("/records/{number}", response_model=RecordDetail, responses=FOUND)
async def one_record(session: Session, caller: CanSee, number: Id) -> RecordDetail:
    """一条记录和它的全部修订。"""
    row, system = await records.one(session, number)
    machines = await known_machines(session)
    return RecordDetail(
        **told(row, system, machines),
        own=system == entering.PEOPLE,
        current=row.current,
        revisions=[view(each, system, machines) for each in await records.revisions(session, row)],
    )


@router.delete("/records/{number}", status_code=204, responses=CHANGED)
async def withdraw(session: Session, caller: CanEnter, number: Id) -> None:
    """撤回本厂填报的一条记录；修订留着。业务系统的记录在业务系统里改。"""
    await entering.withdraw(session, number, caller.username)


@router.get("/orders", response_model=OrdersSummary, responses=refusals(Unauthenticated, Forbidden))
async def orders_summary(session: Session, caller: CanSee) -> OrdersSummary:
    """订单与工单各在什么状态，几张过了交期。"""
    return OrdersSummary(
        orders=await lists.states(session, "production_order"),
        work_orders=await lists.states(session, "work_order"),
        overdue=await lists.overdue(session, now()),
    )


@router.get("/genealogy", response_model=GenealogyView, responses=FOUND)
async def genealogy(
    session: Session,
    caller: CanSee,
    lot: Annotated[str, Query(min_length=1, max_length=200), AfterValidator(without_null)],
) -> GenealogyView:
    """一个批次由哪些批次制成，又用到了哪里。"""
    found = await figures.genealogy(session, lot)
    return GenealogyView(
        lot=_lot(LotStep(lot=lot, steps=0, record=found.record)),
        ancestors=[_lot(each) for each in found.ancestors],
        descendants=[_lot(each) for each in found.descendants],
        is_cut=found.is_cut,
    )


def _lot(step: LotStep) -> LotView:
    content = step.record.content if step.record else {}
    return LotView(
        lot=step.lot,
        steps=step.steps,
        material=content.get("material"),
        quantity=content.get("quantity"),
        unit=content.get("unit"),
        at=step.record.at if step.record else None,
        number=step.record.number if step.record else None,
    )


@router.get("/quality", response_model=ProductQualityView, responses=SEEN)
async def quality(
    session: Session, caller: CanSee, begin: AwareDatetime, end: AwareDatetime
) -> ProductQualityView:
    """一段时间的直通率、各检验项目与缺陷排列。"""
    found = await figures.quality(session, begin, end)
    return ProductQualityView(
        lots=found.lots,
        passed=found.passed,
        first_pass_yield=found.first_pass_yield,
        characteristics=[CharacteristicView.model_validate(each) for each in found.characteristics],
        defects=[DefectView.model_validate(each) for each in found.defects],
    )


@router.get("/stock", response_model=list[StockBalanceView], responses=SEEN)
async def stock(session: Session, caller: CanSee, search: Search = None) -> list[StockBalanceView]:
    """各物料的结存，由出入库记录算出。"""
    return [StockBalanceView.model_validate(each) for each in await figures.stock(session, search)]


@router.get("/energy", response_model=list[EnergyUseView], responses=SEEN)
async def energy(
    session: Session, caller: CanSee, begin: AwareDatetime, end: AwareDatetime
) -> list[EnergyUseView]:
    """一段时间里各设备的用能。"""
    return [EnergyUseView.model_validate(each) for each in await figures.energy(session, begin, end)]
