"""Every SQL statement of ingestion."""
