"""The enterprise's own record: what is known of it, where from, and putting it right with evidence."""
