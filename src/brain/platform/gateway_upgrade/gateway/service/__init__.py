"""What upgrading does at a gateway, one function for each use."""
