"""Reports and measured times on their way out: of what, in which form, and how far they are."""
