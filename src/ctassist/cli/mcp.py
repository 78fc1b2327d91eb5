"""``ctassist mcp``: the archive for a program on this machine that speaks the Model Context Protocol."""

import anyio

from ctassist.cli.options import Common


def run(common: Common) -> None:
    """Answers on standard output what comes on standard input, until that is closed."""
    from ctassist.channels.mcp.serving import talk

    anyio.run(talk, common.settings())
