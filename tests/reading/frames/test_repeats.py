"""What an article prints twice is one attribution."""

from timeline.reading.attribution import attributions

LEDE = "Brazil accused Chile of dumping steel on world markets, a charge that officials there denied at once."


def test_a_lede_printed_twice_is_one_attribution_with_its_repeat():
    text = f"Brazil Is Angry\n\n{LEDE}\n\nby Ana Souza - July 11, 2024\n\n{LEDE}\n"
    found = [one for one in attributions(text).attributions if one.lemma == "accuse"]
    assert len(found) == 1
    assert [text[s.start : s.end] in LEDE for s in found[0].repeats] == [True]
