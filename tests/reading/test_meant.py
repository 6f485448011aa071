"""What "the club", "the company", "the agency" mean: the body of that kind last named."""

from tests.reading.told import Told

CLUB = """Harbour Athletic have denied holding talks with Royal Oster about the sale of Nils Holm.

Athletic manager Tom Brandt said on Friday that Holm was happy. Holm's agent, Eva Lind, told Dagbladet that the club "knows what is going on".

Oster's sporting director said that the club would not overpay. Brandt accused him of playing games.
"""
FIRM = """A court overturned a verdict against Norvale.

Lord Justice Ainsley said the company "did not deceive its customers" and criticised the lower court for its haste. Norvale's chief executive, Ada Quist, welcomed the decision. The company said it would sue.
"""
AGENCY = """The International Energy Agency accused OPEC of greed. "The agency has been wrong before," Mayor Ines Lund said. The group denied it. The IEA's head, Jan Roe, urged the cartel to act.
"""


def test_the_club_is_the_one_last_named_or_spoken_for():
    told = Told(CLUB)
    assert told.targets("knows what") == ["Harbour Athletic"]
    assert told.targets("overpay") == []


def test_a_body_is_called_by_its_full_name():
    told = Told(CLUB)
    assert told("happy").speaker_body == "Harbour Athletic"
    assert told.speaker("overpay") == "Royal Oster sporting director"


def test_an_agent_is_of_no_body():
    told = Told(CLUB)
    assert told.speaker("knows what") == "Eva Lind"
    assert told("knows what").speaker_body == "Holm"


def test_the_company_is_the_one_of_which_somebody_speaks():
    told = Told(FIRM)
    assert told.targets("did not deceive") == ["Norvale"]
    assert told.speaker("sue") == "Norvale"


def test_who_is_criticised_without_a_name_is_nobody_else():
    assert Told(FIRM).targets("lower court") == []


def test_a_description_is_known_by_the_full_name_of_whom_an_abbreviation_means():
    told = Told(AGENCY)
    assert told.targets("wrong before") == ["International Energy Agency"]
