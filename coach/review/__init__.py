"""The trainer's word on a take: other boundaries, another result, a comment. The machine's own stays beside it."""
