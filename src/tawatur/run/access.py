"""How the desk is guarded, by what the command was given: others than this machine's user must show who they are."""

from __future__ import annotations

import getpass
import ipaddress
import socket
from collections.abc import Iterable
from pathlib import Path

from tawatur.errors import AccessError
from tawatur.serve.access import Access
from tawatur.serve.app import LOCAL
from tawatur.serve.users import Users, check_name

_LEAST_TOKEN = 16  # letters
_ANY = ("0.0.0.0", "::")  # noqa: S104 (compared with, not bound to)


def build_access(
    case: Path, host: str, *, token: str | None = None, reviewer: str | None = None, is_secure: bool = False
) -> Access:
    """Users, where the case has any, else the token; `AccessError` where others could reach it without either."""
    users = Users(case)
    name = check_name(reviewer or _name_user())
    if users:
        return Access(users=users, name=name, is_secure=is_secure)
    if token is not None and len(token) < _LEAST_TOKEN:
        raise AccessError(f"The token is too short.\n  Give {_LEAST_TOKEN} letters or more.")
    if token is None and not is_local(host):
        raise AccessError(
            f"At {host} others can reach the desk, and nothing would keep them out.\n"
            f"  Add users with `tawatur users add {case} NAME`, or give a `--token`."
        )
    return Access(token=token, name=name, is_secure=is_secure)


def is_local(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def name_hosts(host: str, names: Iterable[str] = ()) -> list[str]:
    """The names by which the desk answers. At every address of the machine it answers by the machine's own."""
    own = [socket.gethostname(), *_find_addresses()] if host in _ANY else [host]
    return list(dict.fromkeys([*LOCAL, *(f"[{one}]" if ":" in one else one for one in own), *names]))


def _find_addresses() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return []
    return sorted({str(address[4][0]) for address in found})


def _name_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"
