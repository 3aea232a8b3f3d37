"""The operations of the external face, one module for each kind of interface."""
