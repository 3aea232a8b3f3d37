"""The steps from documents to samples."""
