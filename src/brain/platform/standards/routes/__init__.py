"""HTTP of data standards."""
