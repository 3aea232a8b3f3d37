"""Who the gateway is to OPC UA servers, and who they are to it."""

from fastapi import APIRouter, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached
from brain.platform.shop_floor.domain.certificates import Told
from brain.platform.shop_floor.routes.asking import CanConfigure
from brain.platform.shop_floor.schemas.machines import ApplicationCertificateView, AskedServer
from brain.platform.shop_floor.service import certificates

router = APIRouter(prefix="/api/shop-floor", tags=["设备与采集"])

DER = "application/pkix-cert"


@router.get(
    "/certificate", response_model=ApplicationCertificateView, responses=refusals(Unauthenticated, Forbidden)
)
async def see_certificate(session: Session, node: CurrentNode, caller: CanConfigure) -> Told:
    """本网关的应用证书，要由设备的主人放进 OPC UA 服务器信任的证书里。"""
    return await certificates.see(session, node)


@router.get(
    "/certificate/file",
    response_class=Response,
    responses={200: {"content": {DER: {}}}, **refusals(Unauthenticated, Forbidden)},
)
async def download_certificate(session: Session, node: CurrentNode, caller: CanConfigure) -> Response:
    """本网关的应用证书，DER 文件。"""
    found = await certificates.own(session, node)
    attachment = {"content-disposition": "attachment; filename=factory-gateway.der"}
    return Response(found.certificate, media_type=DER, headers=attachment)


@router.post(
    "/certificate/renewal",
    response_model=ApplicationCertificateView,
    responses=refusals(Unauthenticated, Forbidden),
)
async def renew_certificate(session: Session, node: CurrentNode, caller: CanConfigure) -> Told:
    """更换本网关的证书与密钥；各服务器要重新信任它。"""
    return await certificates.renew(session, node, by=caller.username)


@router.post(
    "/sources/server-certificate",
    response_model=ApplicationCertificateView,
    responses=refusals(Unauthenticated, Forbidden, Invalid, NotReached, NotAdmitted),
)
async def see_server_certificate(caller: CanConfigure, body: AskedServer) -> Told:
    """服务器现在出示的证书，核对后填入设置；什么也不留存。"""
    return await certificates.of_server(body.settings)
