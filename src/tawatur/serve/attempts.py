"""How often somebody may try to log in."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

WITHIN = 15 * 60.0  # seconds in which failures count
_FROM_ONE = 5  # failures for one name from one address
_FROM_ADDRESS = 20  # from one address, whatever the names
_FOR_NAME = 100  # for one name, from wherever; high, so that nobody can lock another out by trying
_MOST_KEPT = 10_000  # names and addresses in memory


class Attempts:
    """Failures are remembered, successes forget them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def wait(self, name: str, address: str) -> float:
        """Seconds until another may be made; 0 where it may be made now."""
        now = self._clock()
        with self._one_at_a_time:
            return max(self._wait(key, most, now) for key, most in _keys(name, address))

    def fail(self, name: str, address: str) -> None:
        now = self._clock()
        with self._one_at_a_time:
            for key, most in _keys(name, address):
                self._failures.setdefault(key, deque(maxlen=most)).append(now)
                self._failures.move_to_end(key)
            while len(self._failures) > _MOST_KEPT:
                self._failures.popitem(last=False)

    def succeed(self, name: str, address: str) -> None:
        with self._one_at_a_time:
            self._failures.pop((name, address), None)

    def _wait(self, key: tuple[str, str], most: int, now: float) -> float:
        times = self._failures.get(key)
        if times is None or len(times) < most:
            return 0.0
        return max(0.0, times[0] + WITHIN - now)


def _keys(name: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
    return ((name, address), _FROM_ONE), (("", address), _FROM_ADDRESS), ((name, ""), _FOR_NAME)
