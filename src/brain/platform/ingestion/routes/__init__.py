"""The doors of ingestion: imports, sources."""
