"""Recognition at the centre: deciding, certificates, re-checks."""
