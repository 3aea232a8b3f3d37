"""HTTP of sharing: for those who decide, and for recipients."""
