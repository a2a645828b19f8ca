"""What was meant: the close, its checks and its verdict; no Qt and no samples."""
