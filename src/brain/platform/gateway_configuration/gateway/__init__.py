"""Remote configuration at a gateway: keys, verification, application, journal, undoing."""
