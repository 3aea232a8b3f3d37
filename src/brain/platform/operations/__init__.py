"""What business systems and people know of making: orders, lots, quality, stock, energy, head counts."""
