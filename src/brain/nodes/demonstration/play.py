"""The whole demonstration in order: data into the centre, the loop of annex 3, the graph's own imports, the
factories."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from brain.nodes.assembly import opened
from brain.nodes.demonstration import data, factories, loop, relations
from brain.nodes.demonstration.loop import Say
from brain.nodes.kinds import node_of
from brain.nodes.plan import Factory
from brain.nodes.settings import Settings


async def play(
    settings: Mapping[str, Settings], folder: Path | None, joining: Sequence[Factory], say: Say
) -> None:
    """Each step looks first whether it is done: a later start repeats nothing. `settings` by node."""
    async with AsyncExitStack() as stack:
        centre = await stack.enter_async_context(opened(node_of(settings["capability_centre"])))
        brain = await stack.enter_async_context(opened(node_of(settings["industry_brain"])))
        await data.load(centre, folder, say)
        await loop.play(centre, brain, say)
        if folder is not None:
            await relations.load(brain, folder, say)
        told = settings["industry_brain"].http
        for factory in joining:
            gateway = await stack.enter_async_context(opened(node_of(settings[factory.name])))
            await factories.join(brain, f"http://{told.host}:{told.port}", gateway, factory, say)
