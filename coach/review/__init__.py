<<<<<<< HEAD
"""The trainer's word on a take: other boundaries, another result, a comment; the machine's own stays beside it."""
=======
"""The trainer's word on a take: other boundaries, another result, a comment. The machine's own stays beside it."""
>>>>>>> main
