"""Documents, samples, recipes, reports: plain values."""
