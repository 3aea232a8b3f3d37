"""行业数据仓的数据集: what the three tiers hold, built into versions, found in a catalogue, asked in SQL."""
