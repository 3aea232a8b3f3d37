"""Industry Brain: the system of the guideline 1.0."""
