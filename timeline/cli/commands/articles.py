"""The articles in the store: when published, how many assertions, what to look at."""

from timeline.cli import options, stamped
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub

app = sub()


@app.command()
def articles(
    as_of: options.AsOf = None,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """The articles in the store: when published, how many assertions, what to look at.

    timeline articles
    timeline articles --format csv > articles.csv
    """
    from functools import partial

    from timeline.cli.articles import begins, sheet, undated
    from timeline.query import ArticleStanding

    with Door(store, quiet=quiet, verbose=verbose) as door:
        then = options.held_at(as_of)
        held = door.library.articles(then)
        if doubt := door.library.doubt(then):
            door.hint(doubt)
        chosen = Format.JSON if json else how
        stamp = stamped.of_record(door, "articles/1", then)
        occasions, count = door.library.occasions(then), door.library.count(then)
        if chosen in options.RECORDS:
            stamp |= {"assertions": count, "undated": undated(held)}
            records = (one._asdict() for one in held)
            rows = stamped.Rows("articles", records, ArticleStanding._fields)
            told_of = (one._asdict() for one in occasions)
            stamped.write(door, chosen, stamp, rows, occasions=told_of)
        else:
            from timeline.cli.reading import show

            told = sheet(held, count, occasions, partial(begins, door.chronicle))
            show(door, told, chosen, stamp)
