"""Rehearsing with a virtual prospect: its call, its sounds, and the round of takes."""
