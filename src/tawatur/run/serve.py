"""Answer at an address until stopped."""

from __future__ import annotations

import errno
import gc
import socket
from typing import Any

from tawatur.errors import ServeError

HEAD_WITHIN = 10.0  # seconds in which the head of a request must have come
MOST_CONNECTIONS = 500  # at once; more are told to come again


def listen(host: str, port: int) -> socket.socket:
    """A socket at the address, so that whoever is told of it can reach it; `ServeError` where it is taken."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        # Named TCP, a connection sends each piece at once; else the end of an answer waits 40 ms for the other side.
        bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except OSError as error:
        raise ServeError(
            f"{host} is no address of this machine: {error.strerror}.\n  Leave out `--host`."
        ) from None
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise ServeError(
                f"Port {port} of {host} is taken, perhaps by another desk.\n"
                f"  Give another with `--port`, or `--port 0` for one that is free."
            ) from None
        if error.errno == errno.EACCES:
            raise ServeError(f"Port {port} may not be used.\n  Give one above 1023 with `--port`.") from None
        raise ServeError(
            f"{host} is no address of this machine: {error.strerror}.\n  Leave out `--host`."
        ) from None
    return bound


def serve_app(app: Any, bound: socket.socket) -> None:  # noqa: ANN401
    """Answer until Ctrl-C or SIGTERM; requests under way are finished first."""
    import uvicorn  # noqa: PLC0415

    config = uvicorn.Config(
        app,
        http=_patient_protocol(),
        log_level="warning",
        timeout_graceful_shutdown=5,
        timeout_keep_alive=5,
        limit_concurrency=MOST_CONNECTIONS,
        server_header=False,
        proxy_headers=False,  # whoever sends them would choose the address that failed log-ins are counted by
    )
    server = uvicorn.Server(config)
    # What the desk holds by now it holds until it is closed. Left to the collector, all of it would be walked
    # through time and again while everybody waits.
    gc.collect()
    gc.freeze()
    try:
        server.run(sockets=[bound])
    except KeyboardInterrupt:
        return


def _patient_protocol() -> Any:  # noqa: ANN401 (uvicorn is loaded where it is used)
    """HTTP as uvicorn speaks it, but for a client that does not get to the end of a request's head in time."""
    import h11  # noqa: PLC0415
    from uvicorn.protocols.http.h11_impl import H11Protocol  # noqa: PLC0415

    class Patient(H11Protocol):
        _giving_up: Any = None

        def connection_made(self, transport: Any) -> None:  # noqa: ANN401
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_watching()
            super().connection_lost(exc)

        def _watch(self) -> None:
            if self.conn.their_state is not h11.IDLE:
                self._stop_watching()
            elif self._giving_up is None:
                self._giving_up = self.loop.call_later(HEAD_WITHIN, self._give_up)

        def _stop_watching(self) -> None:
            if self._giving_up is not None:
                self._giving_up.cancel()
                self._giving_up = None

        def _give_up(self) -> None:
            self._giving_up = None
            if self.conn.their_state is h11.IDLE:
                self.transport.close()

    return Patient
