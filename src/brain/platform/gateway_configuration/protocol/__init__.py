"""What signer, carrier and gateway have in common: documents, sealed secrets, letters."""
