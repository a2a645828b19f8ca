"""The Live page: who is due, the call that goes on, what was before."""
