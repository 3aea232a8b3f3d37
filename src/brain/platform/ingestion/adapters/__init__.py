"""Technologies of ingestion: the landing folder and the file formats."""
