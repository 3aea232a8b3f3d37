"""对外共享: what leaves the warehouse, for whom, in which form, until when."""
