"""Which files of this machine may be read: those in the folders that were opened."""

from pathlib import Path

from brain.platform.operations.contract import OpenFolders
from brain.platform.operations.domain.systems import NotReadable


def within(opened: OpenFolders, path: str) -> Path:
    """The real place, with links followed. Raises NotReadable outside the opened folders."""
    place = Path(path).resolve()
    if not any(place.is_relative_to(folder.resolve()) for folder in opened.folders):
        folders = "、".join(map(str, opened.folders))
        raise NotReadable(
            f"不允许读取 {path}：只读 {folders} 之内的文件；"
            "其他目录请运维人员在 BRAIN_OPERATIONS__FOLDERS 中放行"
        )
    return place
