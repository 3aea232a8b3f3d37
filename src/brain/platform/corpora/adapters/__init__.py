"""Files of documents and of samples."""
