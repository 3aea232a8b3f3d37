"""Every statement of assessing."""
