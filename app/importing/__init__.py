"""Recordings made elsewhere: looked through for closes, and taken in as takes."""
