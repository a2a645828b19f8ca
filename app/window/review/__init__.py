"""The Review page: a trainer's table of takes, the take that is looked at, and the trainer's word on it."""
