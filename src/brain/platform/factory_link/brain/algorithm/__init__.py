"""Computing on what factories sent."""
