"""A checker that is called wrongly finds nothing and looks fast."""

from benchmarks.others import others


def test_each_checker_does_its_work():
    textblob, vader, proselint = (check("This is a very unique and wonderful day.") for check in others().values())
    assert textblob.polarity > 0.2
    assert vader["compound"] > 0.2
    assert "uncomparables" in {found.check_result.check_path for found in proselint}
