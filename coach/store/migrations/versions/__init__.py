"""The steps, numbered in their order; a step that was published is never changed again."""
