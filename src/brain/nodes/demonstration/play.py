"""The whole demonstration in order: data into the centre, the loop of annex 3, the graph's own imports."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path

from brain.kit.node_kind import NodeKind
from brain.nodes.assembly import opened
from brain.nodes.demonstration import data, loop, relations
from brain.nodes.demonstration.loop import Say
from brain.nodes.kinds import node_of
from brain.nodes.settings import Settings


async def play(settings: Mapping[NodeKind, Settings], folder: Path | None, say: Say) -> None:
    """Each step looks first whether it is done: a later start repeats nothing."""
    async with AsyncExitStack() as stack:
        centre = await stack.enter_async_context(opened(node_of(settings["capability_centre"])))
        brain = await stack.enter_async_context(opened(node_of(settings["industry_brain"])))
        await data.load(centre, folder, say)
        await loop.play(centre, brain, say)
        if folder is not None:
            await relations.load(brain, folder, say)
