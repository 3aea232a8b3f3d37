"""Use cases of classification and grading."""
