"""Recognition at a brain: reviewing, checking on site, recommending."""
