"""A trainer's own line, added on a page over the window: what it means, its words, its sound."""
