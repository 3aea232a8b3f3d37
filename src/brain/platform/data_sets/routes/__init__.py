"""HTTP of data sets."""
