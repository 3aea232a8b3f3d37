"""Files of people: code tables from their spreadsheets."""
