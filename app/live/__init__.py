"""A live call in the program: the microphone that is watched, the call list that is asked, the desk between them."""
