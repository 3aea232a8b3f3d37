"""语料库: from documents of certified sources to corpora that language models learn from and search."""
