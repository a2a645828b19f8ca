"""Setting up the microphone: what was found, what it means, and how exactly pauses can be measured here."""
