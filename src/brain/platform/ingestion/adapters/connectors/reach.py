"""Where connectors may go: any public address; of private ones and of the disk only what was opened."""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Final

from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected

Address = IPv4Address | IPv6Address

# Addresses that carry a private IPv4 address inside: NAT64, Teredo, 6to4.
_CARRIERS: Final = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")))


@dataclass(frozen=True)
class Reach:
    settings: CollectionSettings

    async def address(self, host: str, port: int) -> str:
        """The address to connect to. Whoever connects uses it, not the name: a name may answer otherwise
        the second time."""
        found = await _resolve(host, port)
        refused = [address for address in found if not self._is_open(host, address)]
        if refused:
            raise NotAllowed(
                f"不允许访问 {host}（{refused[0]}）：不是公网地址。"
                "确需访问内网时，请运维人员在 BRAIN_INGESTION__HOSTS 中放行"
            )
        return str(found[0])

    def _is_open(self, host: str, address: Address) -> bool:
        if host.lower() in (opened.lower() for opened in self.settings.hosts):
            return True
        plain = address.ipv4_mapped or address if isinstance(address, IPv6Address) else address
        if any(plain in network for network in map(_network, self.settings.hosts) if network is not None):
            return True
        return (
            plain.is_global and not plain.is_multicast and not any(plain in network for network in _CARRIERS)
        )

    def within(self, path: str) -> Path:
        """The real place of a file or folder; raises NotAllowed outside the opened folders."""
        place = Path(path).resolve()
        if not any(place.is_relative_to(folder.resolve()) for folder in self.settings.folders):
            raise NotAllowed(
                f"不允许读取 {path}：请运维人员在 BRAIN_INGESTION__FOLDERS 中放行，或改用已放行的目录"
            )
        return place


def _network(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(text)
    except ValueError:
        return None


async def _resolve(host: str, port: int) -> list[Address]:
    try:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise NotCollected(f"找不到主机 {host}") from error
    return [ip_address(str(where[0]).partition("%")[0]) for *_, where in found]
