"""The companion: the small window beside the softphone, and what it shows of a live call."""
