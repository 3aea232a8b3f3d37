"""Tools without a domain: database, errors, HTTP, jobs, clock, cryptography, logging."""
