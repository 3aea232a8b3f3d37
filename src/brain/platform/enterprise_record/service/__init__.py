"""What can be done with an enterprise's own record."""
