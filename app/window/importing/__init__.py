"""Recordings and files of takes on their way in: whose they are, what was found in them, and what is taken."""
