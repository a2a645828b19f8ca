"""A key that is heard whatever window has the focus, and nothing else that is typed."""
