"""Rules of governance: written names, what columns hold."""
