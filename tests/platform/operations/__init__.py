"""Tests of business records at the gateway."""
