"""Rules, and how an alarm comes and goes."""
