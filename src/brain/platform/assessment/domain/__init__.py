"""Rules of assessing, free of input and output."""
