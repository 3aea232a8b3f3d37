"""Rules of classifying and grading whole data sets."""
