"""A live call beside the softphone: one press and the rep's own voice are all it goes by."""
