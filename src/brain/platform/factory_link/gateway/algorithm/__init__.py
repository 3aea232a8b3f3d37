"""From what was collected to what may leave."""
