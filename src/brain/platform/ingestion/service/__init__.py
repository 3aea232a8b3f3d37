"""Use cases of ingestion: land and preview a file, start, run and follow an import."""
