"""How exact and how fast: figures, not tests. `./dev bench` runs all of it, `./dev bench ear` one part."""
