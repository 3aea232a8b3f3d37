"""Who may do what: organisations, people, roles of which three never meet in one account, sessions."""
