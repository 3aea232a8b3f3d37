"""The doors of governance: whom a name means, industry codes of enterprises."""
