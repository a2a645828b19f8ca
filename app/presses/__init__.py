"""Pressing the controls of the open window from outside: foot pedals, key pads, shortcuts of the desktop."""
