"""Makes the weights of the ear, from packages by name to assets/ear; never imported by the program itself."""
