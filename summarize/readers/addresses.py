"""Addresses: which IP addresses the public internet has, whatever form they are dressed in."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# RFC 6052: the well-known prefix under which a NAT64 gateway reaches IPv4; 64:ff9b:1::/48 (RFC 8215) is local.
_NAT64 = IPv6Network("64:ff9b::/96")
# RFC 4291 2.5.5.1: IPv4-compatible addresses, long deprecated.
_IPV4_COMPATIBLE = IPv6Network("::/96")
_IPV4_BITS = 0xFFFF_FFFF

AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]
"""As `socket.getaddrinfo` gives it: family, type, protocol, canonical name, socket address."""


class PrivateAddressError(OSError):
    """A connection to an address that is not public was about to be made."""

    def __init__(self) -> None:
        super().__init__("the address is not public")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and so is the IPv4 address inside it, if any.

    Not public: private, loopback, link-local, multicast, reserved, documentation and unspecified addresses, by
    the registries that `ipaddress` follows. Seen through: IPv4-mapped, IPv4-compatible, 6to4, Teredo and NAT64.
    """
    ip = ip_address(address.partition("%")[0])  # without the zone of fe80::1%eth0
    if isinstance(ip, IPv6Address):
        inside = _ipv4_inside(ip)
        if inside is not None:
            return _is_global(inside)
        if ip.teredo is not None:
            return False
    return _is_global(ip)


def public_socket(info: AddressInfo) -> socket.socket:
    """A socket for exactly the address that is about to be connected to.

    The connector asks for it after the look-up and for every hop, so what is checked is what is connected to: a
    name that resolves differently the second time, a redirect, and an address spelt in hex all come by here.

    Raises:
        PrivateAddressError: the address is not public.
    """
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise PrivateAddressError
    return socket.socket(family, kind, protocol)


def _ipv4_inside(ip: IPv6Address) -> IPv4Address | None:
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip in _NAT64 or ip in _IPV4_COMPATIBLE:
        return IPv4Address(int(ip) & _IPV4_BITS)
    return None


def _is_global(ip: IPv4Address | IPv6Address) -> bool:
    site_local = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or site_local)
