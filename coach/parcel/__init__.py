"""One file with takes in it, from one machine to another: how it is written and how it is read."""
