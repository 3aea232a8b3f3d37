"""HTTP of classification and grading."""
