"""The HTTP interface of assessing."""
