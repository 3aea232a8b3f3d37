"""Rules of data standards, free of I/O."""
