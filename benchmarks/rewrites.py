"""``python -m benchmarks.rewrites``: the golden poor drafts with their three rewrites, to read, and what is kept."""

import argparse
import statistics
import sys
import time
from pathlib import Path

from coaching.paths import ROOT
from coaching.recognition import Recogniser
from coaching.rewriting import Rewriter
from coaching.rewriting.keeping import added, lost
from coaching.yamlfile import read

DRAFTS = ROOT / "tests" / "golden" / "drafts.yml"


def main() -> int:
    """Print every draft with its rewrites and, at the end, how many keep all facts, their lengths and times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rewrites", description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, default=DRAFTS, help="drafts to rewrite (default: the golden ones)"
    )
    parser.add_argument("--quiet", action="store_true", help="figures alone")
    parser.add_argument("--changes", action="store_true", help="print what was changed, too")
    options = parser.parse_args()
    rewriter = Rewriter(Recogniser.load())
    rewriter.rewrite("I am sorry that your parcel is late.", "Where is my parcel?")
    total = holding = 0
    times, lengths = [], {}
    for case in read(options.file).at("drafts").each():
        draft, customer, channel = (case.at(key).text() for key in ("draft", "customer", "channel"))
        began = time.perf_counter()
        rewrites = rewriter.rewrite(draft, customer, channel)
        times.append(1000 * (time.perf_counter() - began))
        if not options.quiet:
            print(f"\n{'=' * 100}\n{case.at('id').text()} ({channel})\n--- customer\n{customer}\n--- draft\n{draft}")
        for one in rewrites:
            missing, new = lost(draft, one.text), added(draft, customer, one.text)
            total, holding = total + 1, holding + (not missing and not new)
            lengths.setdefault(one.style, []).append(len(one.text.split()) / len(draft.split()))
            if not options.quiet:
                print(f"--- {one.title} ({len(draft.split())} -> {len(one.text.split())} words)\n{one.text}")
                if options.changes:
                    print("\n".join(f"    {edit.rule}: {edit.what}" for edit in one.changes))
            if missing or new:
                print(f"    LOST {missing} ADDED {new}")
    shares = ", ".join(f"{style} {statistics.median(share):.2f}" for style, share in lengths.items())
    print(f"\n{holding} of {total} rewrites hold every fact and add none; length against the draft: {shares}")
    print(f"milliseconds for three rewrites: median {statistics.median(times):.0f}, longest {max(times):.0f}")
    return 0 if holding == total else 1


if __name__ == "__main__":
    sys.exit(main())
