"""Other checkers of text on the drafts that the assistant is measured with; run by ``benchmarks.assistant``."""

import argparse
import json
from dataclasses import asdict

from benchmarks.calls import calls
from benchmarks.drafts import LENGTHS, of_length, parts
from benchmarks.node import time_node
from benchmarks.others import others
from benchmarks.timing import WARM_UP, time_calls


def main() -> None:
    """Print the times of each length as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=calls, required=True)
    parser.add_argument("--node", action="store_true", help="the packages for Node are installed")
    options = parser.parse_args()
    found = {}
    for words in LENGTHS:
        texts = [of_length(words, number * parts(words)) for number in range(WARM_UP + options.calls)]
        timings = [time_calls(name, check, options.calls, texts.__getitem__) for name, check in others().items()]
        timings += time_node(texts) if options.node else []
        found[str(words)] = [asdict(timing) for timing in timings]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
