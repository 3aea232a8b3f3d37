"""How the graph is computed: dictionary matching, strength, walks and layout."""
