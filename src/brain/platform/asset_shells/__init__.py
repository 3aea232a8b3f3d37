"""Asset Administration Shells: machines told in the form that other systems read (IDTA-01001, IDTA-01005)."""
