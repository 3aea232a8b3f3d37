"""Corpora: recipes, documents of sources, builds, samples, exports."""

from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Annotated
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request, Response, status
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.corpora.contract import Build, Corpus, Material, NotForThis, NothingToBuild
from brain.platform.corpora.domain.files import UnreadableDocument
from brain.platform.corpora.domain.recipes import Recipe
from brain.platform.corpora.domain.samples import Sample
from brain.platform.corpora.schemas import (
    CorpusBuildView,
    CorpusDocumentView,
    CorpusView,
    ExportAsked,
    ListedCorpusView,
    RecipeShape,
    SampleView,
)
from brain.platform.corpora.service import building, documents, exporting, recipes
from brain.platform.corpora.service.documents import NewDocument
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.ingestion.contract import SourceRefused

router = APIRouter(prefix="/api/corpora", tags=["语料库"])

CanRead = Annotated[Caller, Depends(require("corpora.read"))]
CanManage = Annotated[Caller, Depends(require("corpora.manage"))]
CanExport = Annotated[Caller, Depends(require("corpora.export"))]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
REFUSALS = refusals(Unauthenticated, Forbidden)
FOUND = refusals(Unauthenticated, Forbidden, NotFound)
BLOCK = 1 << 20  # bytes of an export sent at once
SHOWN = 4_000  # characters of a sample
ZIP, MARKDOWN = "application/zip", "text/markdown; charset=utf-8"
RAW_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _wanted(
    source: Annotated[int, Query(ge=1, le=2**31 - 1, description="数据源编号")],
    name: Annotated[str, Query(min_length=1, max_length=255, description="文件名")],
    as_of: Annotated[date, Query(alias="asOf", description="内容截止日期，文档自己没有写明时用")],
    material: Annotated[Material, Query(description="文档，或人工给出的问答与偏好")] = "texts",
) -> NewDocument:
    return NewDocument(source_id=source, file_name=name, material=material, as_of=as_of)


Wanted = Annotated[NewDocument, Depends(_wanted)]


def _recipe(body: RecipeShape) -> Recipe:
    return msgspec.convert(body.model_dump(), Recipe)


def _corpus(corpus: Corpus) -> CorpusView:
    return CorpusView.model_validate(asdict(corpus))


def _listed(corpus: Corpus, version: Build | None) -> ListedCorpusView:
    newest = {
        "version": version.number if version else None,
        "documents": version.documents if version else 0,
        "tokens": version.tokens if version else 0,
    }
    return ListedCorpusView.model_validate(asdict(corpus) | newest)


def _build(build: Build) -> CorpusBuildView:
    return CorpusBuildView.model_validate(build)


def _sample(sample: Sample) -> SampleView:
    return SampleView.model_validate(replace(sample, text=sample.text[:SHOWN]))


@router.get("", response_model=Page[ListedCorpusView], responses=REFUSALS)
async def listed(session: Session, caller: CanRead, paging: WantedPage) -> Page[ListedCorpusView]:
    """语料库，最新建立的在前。"""
    found, total = await recipes.page(session, offset=paging.offset, limit=paging.page_size)
    items = [_listed(*one) for one in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "",
    response_model=CorpusView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def create(session: Session, caller: CanManage, body: RecipeShape) -> CorpusView:
    """建立语料库：名称、用途、数据源与各步骤的设置。"""
    return _corpus(await recipes.create(session, _recipe(body), by=caller.username))


@router.post(
    "/documents",
    response_model=CorpusDocumentView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(
        Unauthenticated, Forbidden, NotFound, SourceRefused, TooLarge, UnreadableDocument, Invalid
    ),
    openapi_extra=RAW_BODY,
)
async def add_document(
    request: Request, session: Session, node: CurrentNode, caller: CanManage, wanted: Wanted
) -> CorpusDocumentView:
    """上传一个已认证数据源的文件，随后在后台读取：文本、Markdown、网页、Word、PDF、扫描件、逐行 JSON。"""
    if wanted.as_of > today():
        raise Invalid("日期有误", [{"loc": "/query/asOf", "message": "不能晚于今天"}])
    added = await documents.add(session, node, wanted, request.stream(), by=caller.username)
    return CorpusDocumentView.model_validate(added)


@router.get("/{corpus_id}", response_model=CorpusView, responses=FOUND)
async def one(session: Session, caller: CanRead, corpus_id: Number) -> CorpusView:
    """一个语料库及其配方。"""
    return _corpus(await recipes.get(session, corpus_id))


@router.put(
    "/{corpus_id}",
    response_model=CorpusView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def amend(session: Session, caller: CanManage, corpus_id: Number, body: RecipeShape) -> CorpusView:
    """修改配方；已有的版本不变。"""
    return _corpus(await recipes.amend(session, corpus_id, _recipe(body), by=caller.username))


@router.get("/{corpus_id}/documents", response_model=Page[CorpusDocumentView], responses=FOUND)
async def documents_of(
    session: Session, caller: CanRead, corpus_id: Number, paging: WantedPage
) -> Page[CorpusDocumentView]:
    """配方中各数据源的文件，有问题的在前。"""
    found, total = await recipes.documents(session, corpus_id, offset=paging.offset, limit=paging.page_size)
    items = [CorpusDocumentView.model_validate(document) for document in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get("/{corpus_id}/builds", response_model=list[CorpusBuildView], responses=FOUND)
async def builds(session: Session, caller: CanRead, corpus_id: Number) -> list[CorpusBuildView]:
    """各次构建及每一步去掉了什么，最近的在前。"""
    return [_build(build) for build in await recipes.builds(session, corpus_id)]


@router.post(
    "/{corpus_id}/builds",
    response_model=CorpusBuildView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, SourceRefused, NothingToBuild),
)
async def build(session: Session, node: CurrentNode, caller: CanManage, corpus_id: Number) -> CorpusBuildView:
    """在后台构建新版本；有一个数据源未认证或已停用就不构建。"""
    return _build(await building.ask(session, node, corpus_id, by=caller.username))


@router.get("/{corpus_id}/versions/{number}/samples", response_model=Page[SampleView], responses=FOUND)
async def look(
    session: Session,
    node: CurrentNode,
    caller: CanRead,
    corpus_id: Number,
    number: Number,
    paging: WantedPage,
) -> Page[SampleView]:
    """一个版本的样本，日期最新的在前。"""
    found, total = await exporting.look(
        session, node, corpus_id, number, offset=paging.offset, limit=paging.page_size
    )
    items = [_sample(sample) for sample in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get(
    "/{corpus_id}/versions/{number}/datasheet",
    response_class=Response,
    responses=FOUND | {200: {"content": {MARKDOWN: {}}}},
)
async def datasheet(
    session: Session, node: CurrentNode, caller: CanRead, corpus_id: Number, number: Number
) -> Response:
    """数据说明书：来源、权利、每一步去掉了什么、划分与局限。"""
    return Response(await exporting.sheet(session, node, corpus_id, number), media_type=MARKDOWN)


@router.post(
    "/{corpus_id}/versions/{number}/exports",
    response_class=StreamingResponse,
    responses=refusals(Unauthenticated, Forbidden, NotFound, NotForThis, Invalid)
    | {200: {"content": {ZIP: {}}}},
)
async def export(
    session: Session,
    node: CurrentNode,
    caller: CanExport,
    corpus_id: Number,
    number: Number,
    body: ExportAsked,
) -> StreamingResponse:
    """导出为 ZIP：数据、来源与许可（含水印）、说明书；导出记入审计日志。"""
    version = await exporting.version(session, corpus_id, number)
    made = await exporting.export(session, node, version, body.kind, body.template, by=caller.username)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(made.name)}"}
    blocks = iter(partial(made.file.read, BLOCK), b"")
    gone = BackgroundTask(made.file.close)
    return StreamingResponse(blocks, media_type=ZIP, headers=headers, background=gone)
