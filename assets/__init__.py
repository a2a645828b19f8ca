"""Voices, fonts, icons and styles; data only."""
