"""The trained ear: names every 10 ms of sound nothing, ok, farewell or other near speech."""
