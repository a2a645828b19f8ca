"""The checker's findings as JSON, by the contract of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.offers.checking import Checked

Json = dict[str, object]


def as_json(checked: Checked) -> Json:
    return {
        "words": checked.words,
        "seconds": round(checked.seconds, 1),
        "findings": [
            {
                "rule": finding.rule.value,
                "result": finding.result.value,
                "where": finding.where,
                "says": finding.says,
                "source": finding.source,
            }
            for finding in checked.findings
        ],
    }
