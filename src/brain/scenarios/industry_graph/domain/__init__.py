"""What an industry graph is: pure values and rules."""
