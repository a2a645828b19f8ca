"""The call list as a file that a spreadsheet reads and writes: in, whatever it is like, and out."""
