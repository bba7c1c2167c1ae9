"""The recogniser's speed beside other checkers of text, on the same drafts; run by ``benchmarks.alone`` on one core."""

import argparse
import json
from dataclasses import asdict
from itertools import count

from benchmarks.calls import calls
from benchmarks.drafts import customer, draft, edited
from benchmarks.node import time_node
from benchmarks.others import others
from benchmarks.timing import WARM_UP, Timing, time_calls
from coaching.recognition import Recogniser, Row, split_sentences

_CUSTOMER = customer(0)


def main() -> None:
    """Print the times as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=calls, required=True)
    parser.add_argument("--node", action="store_true", help="the packages for Node are installed")
    options = parser.parse_args()
    timings = _recogniser(options.calls)
    timings += [time_calls(name, check, options.calls, draft) for name, check in others().items()]
    if options.node:
        timings += time_node([draft(number) for number in range(WARM_UP + options.calls)])
    print(json.dumps({"timings": [asdict(timing) for timing in timings]}))


def _recogniser(calls: int) -> list[Timing]:
    recogniser = Recogniser.load()
    fresh = count()

    def whole(text: str) -> object:
        return recogniser.recognise(text, _CUSTOMER)

    def split(text: str) -> list[Row]:
        return [Row(text[span.start : span.end], _CUSTOMER) for span in split_sentences(text)]

    def new(_: int) -> str:
        return draft(next(fresh))

    def changed(_: int) -> str:
        number, edit = next(fresh), next(fresh)
        recogniser.recognise(draft(number), _CUSTOMER)
        return edited(number, edit)

    return [
        time_calls("new draft, sentences split before", recogniser.label, calls, lambda n: split(new(n))),
        time_calls("new draft", whole, calls, new),
        time_calls(
            "new draft to a new message",
            lambda both: recogniser.recognise(*both),
            calls,
            lambda n: (new(n), customer(n + 1)),
        ),
        time_calls("one sentence edited, split before", recogniser.label, calls, lambda n: split(changed(n))),
        time_calls("one sentence edited", whole, calls, changed),
    ]


if __name__ == "__main__":
    main()
