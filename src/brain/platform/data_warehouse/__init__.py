"""The data warehouse: enterprise master data with history, and the tables from which others read it."""
