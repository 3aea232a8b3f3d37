"""Corpora: from documents to samples."""
