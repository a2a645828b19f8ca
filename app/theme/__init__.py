"""How it looks: colours, type and the one style sheet made from them."""
