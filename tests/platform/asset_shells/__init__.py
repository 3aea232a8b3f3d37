"""Tests of Asset Administration Shells."""
