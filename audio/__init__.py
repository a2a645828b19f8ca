"""What was heard: sound in, segments out; no Qt, no idea of calls or scripts."""
