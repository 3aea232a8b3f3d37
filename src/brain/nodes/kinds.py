"""The kinds of node by name, and the application that a server process runs."""

from importlib import import_module
from typing import cast, get_args

from fastapi import FastAPI

from brain.kit import logging
from brain.kit.node import Node
from brain.kit.node_kind import NodeKind
from brain.nodes.assembly import Assembly, make_app, make_node
from brain.nodes.settings import Settings

KINDS: tuple[NodeKind, ...] = get_args(NodeKind)


def assembly_of(kind: NodeKind) -> Assembly:
    """Only the rooms of this kind are loaded: a gateway has no memory to spare for those of a brain."""
    return cast("Assembly", import_module(f"brain.nodes.{kind}").ASSEMBLY)


def node_of(settings: Settings) -> Node:
    return make_node(settings, assembly_of(settings.node.kind))


def application() -> FastAPI:
    """The factory that granian calls in each worker process; settings come from the environment."""
    settings = Settings()
    logging.configure(level=settings.log.level, human=settings.log.human)
    return make_app(settings, assembly_of(settings.node.kind), node_of(settings))
