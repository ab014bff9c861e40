"""Loaded by Python before a program that is being proven.

The target's own address is led to the recording endpoint; every other connection fails and is told on file descriptor 3, an
address a line.
"""

import os
import socket

_port = int(os.environ["OPENWARD_ENDPOINT_PORT"])
_endpoint = ("127.0.0.1", _port)
_target = os.environ["OPENWARD_TARGET_ADDRESS"]
# Asynchronous clients ask for the address first and connect to it with the port they know.
_allowed = {_target, f"127.0.0.1:{_target.rpartition(':')[2]}", f"127.0.0.1:{_port}"}
_resolve = socket.getaddrinfo


def _denied(address: str) -> OSError:
    os.write(3, f"{address}\n".encode())
    return OSError(f"connection to {address} denied")


def _text(name: object) -> str:
    return name.decode() if isinstance(name, bytes) else str(name)


def _getaddrinfo(host, port, *args, **kwargs):
    address = f"{_text(host)}:{port}"
    if address in _allowed:
        return _resolve(*_endpoint, socket.AF_INET, socket.SOCK_STREAM)
    raise _denied(address)


def _guarded(connect):
    def guarded(self, address):
        text = ":".join(map(str, address[:2])) if isinstance(address, tuple) else _text(address)
        if text not in _allowed:
            raise _denied(text)
        return connect(self, _endpoint)

    return guarded


def _sendto(_self, *args):
    raise _denied(_text(args[-1]))


socket.getaddrinfo = _getaddrinfo
socket.socket.connect = _guarded(socket.socket.connect)
socket.socket.connect_ex = _guarded(socket.socket.connect_ex)
socket.socket.sendto = _sendto
