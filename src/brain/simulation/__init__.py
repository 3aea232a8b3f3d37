"""Generated factories (示例数据): deterministic, without a wall clock, known to no room."""
