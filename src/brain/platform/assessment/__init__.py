"""数字化水平评测: versioned indicator sets, self-assessments with evidence, gaps and improvement plans."""
