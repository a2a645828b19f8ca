"""The Progress page: how it goes from day to day, and the takes themselves to open, export and delete."""
