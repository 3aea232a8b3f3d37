"""Making releases, deciding on them, handing them out."""
