"""What the set-up listens for, one module each: engines for a `Trial`, without Qt and without a thread of their own."""
