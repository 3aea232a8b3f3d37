"""安全审计: who did what to what, from where, with what result; written once, chained, never changed."""
