"""Drills: what a virtual prospect says and does, and what is right against it."""
