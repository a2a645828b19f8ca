"""What is seen: the window and the command line; the only floor that knows Qt."""
