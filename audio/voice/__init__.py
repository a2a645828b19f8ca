"""The rep's own voice: how loud it is, how it says both words, and what that tells of a new sound."""
