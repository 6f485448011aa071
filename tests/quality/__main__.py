"""All measures of quality as one table: `python -m tests.quality`, with --show for each miss."""

import sys

from tests.quality import acts, assertions, dates, links


def main() -> None:
    """Print every figure; what needs a corpus that is not at hand says so."""
    result = assertions.score()
    if "--show" in sys.argv:
        for miss in sorted(result.misses):
            print(*miss, sep="  ")
    print(assertions.table(result))
    print(links.table(links.score(), "Links in the seeds (hand-marked)"))
    print(acts.table(acts.score(show="--show" in sys.argv)))
    documents = dates.corpus()
    print(dates.table(documents) if documents else dates.ABSENT)


if __name__ == "__main__":
    main()
