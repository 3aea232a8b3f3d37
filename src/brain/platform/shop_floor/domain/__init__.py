"""Rules of collecting, free of protocols and database."""
