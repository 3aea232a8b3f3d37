"""The guide of data names every column that can be imported."""

from pathlib import Path

import pytest

from brain.platform.ingestion.domain.layouts import LAYOUTS, Layout

GUIDE = Path(__file__).parents[3] / "docs" / "guides" / "data.md"


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_the_guide_has_the_columns_of_the_layout(layout: Layout) -> None:
    _, _, after = GUIDE.read_text().partition(f"### {layout.title}（`{layout.name}`）")
    section, _, _ = after.partition("\n##")

    columns = [f"| `{field.name}` | {field.title} |" for field in layout.fields]
    assert [column for column in columns if column not in section] == []
    assert [header for field in layout.fields for header in field.headers if header not in section] == []
