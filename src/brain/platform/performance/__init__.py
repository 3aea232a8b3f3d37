"""Production performance at the edge: figures after ISO 22400 from what machines say."""
