"""Rules of data sets: which statements may be asked, what is recorded."""
