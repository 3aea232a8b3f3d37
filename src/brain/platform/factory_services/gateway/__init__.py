"""The gateway's side: what the brain offers, calls and their results, subscriptions."""
