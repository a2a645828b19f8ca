"""What is known of takes, written down for others: one page to open anywhere, one to print."""
