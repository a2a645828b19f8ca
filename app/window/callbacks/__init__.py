"""The Call-backs page: who is to be called, when and with which offer."""
