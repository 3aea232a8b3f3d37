"""What the records are, after IEC 62264, and how rows from elsewhere are read as them."""
