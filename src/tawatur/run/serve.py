"""Answer at an address until stopped."""

from __future__ import annotations

import errno
import socket
from typing import Any

from tawatur.errors import ServeError


def listen(host: str, port: int) -> socket.socket:
    """A socket at the address, so that whoever is told of it can reach it; `ServeError` where it is taken."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.socket(family)
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

    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=5, server_header=False)
    server = uvicorn.Server(config)
    try:
        server.run(sockets=[bound])
    except KeyboardInterrupt:
        return
