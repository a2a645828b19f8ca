"""The Offers page: what there is to say, whether it follows the method, and the desk to write it at."""
