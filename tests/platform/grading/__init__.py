"""Classification and grading."""
