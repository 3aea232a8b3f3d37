"""What a record becomes before it leaves."""
