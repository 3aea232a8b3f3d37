"""Business records that a factory shares with its brain: by kind, field and purpose, as far as its owner
consents. The halves are two rooms, `record_sharing` of the gateway and `shared_records` of the brain."""
