"""Who is logged in. Sessions are kept in memory alone, by the hash of what the browser holds: they end with the server."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from tawatur.serve.users import Role

IDLE = 8 * 3600.0  # seconds without a request after which a session ends
LASTS = 7 * 24 * 3600.0  # and after which it ends in any case
_MOST = 10_000


class Account(NamedTuple):
    """Who asks, and what they may."""

    name: str
    role: Role
    can_log_out: bool = False

    @property
    def may_judge(self) -> bool:
        return self.role.may(Role.REVIEW)


class Session(NamedTuple):
    account: Account
    stamp: str  # of the user when it began
    began: float
    seen: float


class Sessions:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._open: OrderedDict[str, Session] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def begin(self, account: Account, stamp: str) -> str:
        """A new session, and what the browser is to hold: never what it held before."""
        held, now = secrets.token_urlsafe(32), self._clock()
        with self._one_at_a_time:
            self._open[_key(held)] = Session(account, stamp, now, now)
            while len(self._open) > _MOST:
                self._open.popitem(last=False)
        return held

    def find(self, held: str) -> Session | None:
        now, key = self._clock(), _key(held)
        with self._one_at_a_time:
            session = self._open.get(key)
            if session is None:
                return None
            if now - session.seen > IDLE or now - session.began > LASTS:
                del self._open[key]
                return None
            self._open[key] = session._replace(seen=now)
            return session

    def end(self, held: str) -> None:
        with self._one_at_a_time:
            self._open.pop(_key(held), None)

    def csrf(self, held: str) -> str:
        """What a form carries to show that it comes from a page of ours, shown to this browser."""
        return hmac.new(self._secret, held.encode(), hashlib.sha256).hexdigest()

    def is_csrf(self, held: str, given: str) -> bool:
        return hmac.compare_digest(self.csrf(held).encode(), given.encode("utf-8", "replace"))


def _key(held: str) -> str:
    return hashlib.sha256(held.encode("utf-8", "replace")).hexdigest()
