"""The kinds of node by name, and the application that a server process runs."""

from fastapi import FastAPI

from brain.kit import logging
from brain.kit.node import Node, NodeKind
from brain.nodes import capability_centre, industry_brain
from brain.nodes.assembly import Assembly, make_app, make_node
from brain.nodes.settings import Settings

KINDS: dict[NodeKind, Assembly] = {
    "capability_centre": capability_centre.ASSEMBLY,
    "industry_brain": industry_brain.ASSEMBLY,
}


def node_of(settings: Settings) -> Node:
    return make_node(settings, KINDS[settings.node.kind])


def application() -> FastAPI:
    """The factory that granian calls in each worker process; settings come from the environment."""
    settings = Settings()
    logging.configure(level=settings.log.level, human=settings.log.human)
    return make_app(settings, KINDS[settings.node.kind], node_of(settings))
