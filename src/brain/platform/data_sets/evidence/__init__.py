"""What data sets prove of the management of data."""
