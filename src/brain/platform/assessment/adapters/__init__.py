"""Files of people: indicator sets and workbooks."""
