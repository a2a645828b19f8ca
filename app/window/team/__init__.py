"""The team: how each rep gets on, machine beside trainer, what another band would change, and who the reps are."""
