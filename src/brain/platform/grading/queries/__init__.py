"""What is kept of classification and grading."""
