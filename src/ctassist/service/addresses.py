"""Addresses of machines."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Tells whether only this machine reaches ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
