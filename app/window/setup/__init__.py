"""The set-up of the microphone, step by step; nothing of it holds before its last page is accepted."""
