"""Offers: what is said first, what the method asks of it, and where the files are."""
