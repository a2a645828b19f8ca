"""What can go wrong with sound, in words for the user.

AudioError
├── SoundFileError      a recording that cannot be used
│   ├── MissingFile         there is no such file
│   ├── UnreadableFile      not sound, damaged, or in a format we do not read
│   └── EmptyFile           a sound file with no sound in it
├── MicrophoneError     the microphone cannot be used, or no longer
│   ├── NoMicrophone        none is plugged in, or none by that name
│   ├── MicrophoneRefused   it is there but would not open
│   ├── MicrophoneMuted     it delivers perfect zeros: muted, or access denied
│   ├── MicrophoneLost      unplugged, or its sound server went away
│   ├── MicrophoneStalled   still open, but no sound arrives any more
│   └── MicrophoneStoodStill the computer slept
├── VoiceError          the rep's own voice cannot be kept or read back
│   └── BadSaying           a saying that nothing can be learned from
└── OutputError         nothing can be played
"""

from __future__ import annotations


class AudioError(Exception):
    """Its text is shown to the user as it stands: what happened, what is safe, what to do."""

    kind = "audio"


class SoundFileError(AudioError):
    kind = "unreadable"


class MissingFile(SoundFileError):
    kind = "missing"


class UnreadableFile(SoundFileError):
    kind = "unreadable"


class EmptyFile(SoundFileError):
    kind = "empty"


class MicrophoneError(AudioError):
    kind = "microphone"


class NoMicrophone(MicrophoneError):
    kind = "no_microphone"


class MicrophoneRefused(MicrophoneError):
    kind = "microphone_refused"


class MicrophoneMuted(MicrophoneError):
    kind = "microphone_muted"


class MicrophoneLost(MicrophoneError):
    kind = "microphone_lost"


class MicrophoneStalled(MicrophoneError):
    kind = "microphone_stalled"


class MicrophoneStoodStill(MicrophoneError):
    kind = "microphone_stood_still"


class VoiceError(AudioError):
    kind = "voice"


class BadSaying(VoiceError):
    kind = "saying"


class OutputError(AudioError):
    kind = "output"
