"""Serves the built portal: hashed assets for ever, the page itself always fresh."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

BUILT = Path(__file__).parent.parent / "webdist"
# Below these the portal has no pages: an unknown address is a 404, not the portal.
NOT_PAGES = ("api/", "oauth/", "exchange/v1/", "sandbox/", "assets/", "health", "metrics")


class ForeverFiles(StaticFiles):
    """Vite puts a content hash into every name below /assets."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response: Response = super().file_response(*args, **kwargs)  # type: ignore[arg-type] # passed on as they came
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def serve(app: FastAPI) -> None:
    if (BUILT / "assets").is_dir():
        app.mount("/assets", ForeverFiles(directory=BUILT / "assets"), name="assets")

    @app.get("/{path:path}", include_in_schema=False)
    async def page(request: Request, path: str) -> Response:
        if path.startswith(NOT_PAGES):
            raise HTTPException(404)
        file = (BUILT / path).resolve()
        if path and file.is_relative_to(BUILT) and file.is_file():
            return FileResponse(file)
        if not (BUILT / "index.html").is_file():
            return PlainTextResponse("门户网页尚未构建：请运行 make web", 503)
        return FileResponse(BUILT / "index.html", headers={"cache-control": "no-cache"})
