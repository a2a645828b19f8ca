"""The call scripts as plain text: offers, lines, drills and timing profiles; data only."""
