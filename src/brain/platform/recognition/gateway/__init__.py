"""Recognition at a factory: applying, following, the certificate."""
