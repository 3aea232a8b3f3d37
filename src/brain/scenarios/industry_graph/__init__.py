"""产业全景图谱 (annex 1, 产业精准治理): a chain, its enterprises and their supply relations, kept current."""
