"""The call list: who is called, what came of it, and when to call again with which offer."""
