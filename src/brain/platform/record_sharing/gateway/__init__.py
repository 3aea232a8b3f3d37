"""The factory side: what is consented to leaves, and is accounted for."""
