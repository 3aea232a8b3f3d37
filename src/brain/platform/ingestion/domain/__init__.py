"""Rules of ingestion: what can be imported, how columns are recognised, how values are read."""
