"""数据治理: which enterprise a written name means."""
